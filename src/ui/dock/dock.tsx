/** The time dock: play, changes before and after, the track, the date as a button, a day back or ahead, playback. */
import { useRef, useState } from 'react'
import { type App, useApp, useClock } from '../context.tsx'
import { Icon } from '../shell/icons.tsx'
import { factorText } from './speed-text.ts'
import { Track } from './track.tsx'
import { useChangesInView } from './use-changes-in-view.ts'
import './dock.css'
import { late } from '../shell/part.tsx'
import { useNarrow } from '../shell/use-page.ts'

const DatePopover = late(() => import('./date-popover.tsx'))
const PlaybackPopover = late(() => import('./playback-popover.tsx'))

export function Dock() {
  const { words, layout } = useApp()
  const { skipped, counting } = useClock('skipped', 'counting')
  useChangesInView()
  return (
    <section ref={layout.part('dock')} className="dock" aria-label={words.say('dock.label')}>
      <PlayButtons />
      <Track />
      {skipped && (
        <p className="dock-note" role="status">
          {words.say(counting === 'view' ? 'dock.skipped-view' : 'dock.skipped', {
            days: skipped.to - skipped.from + 1,
            from: words.dateShort(skipped.from),
            to: words.dateShort(skipped.to),
          })}
        </p>
      )}
      <div className="dock-date">
        <DateButtons />
        <PlaybackButton />
      </div>
    </section>
  )
}

function PlayButtons() {
  const app = useApp()
  const { words } = app
  const { day, counted } = useClock('day', 'counted')
  // Buttons without anywhere to go stay where they are for the keyboard, and say so when pressed.
  const change = (forward: boolean) => ({
    type: 'button' as const,
    className: 'button-round',
    onClick: () => goToChange(app, forward),
    'aria-disabled': !counted.some((change) => (forward ? change > day : change < day)),
    'aria-label': words.say(forward ? 'dock.next' : 'dock.previous'),
    title: words.say(forward ? 'dock.next' : 'dock.previous'),
  })
  return (
    <div className="dock-play">
      <button {...change(false)}>
        <Icon name="previous" flip />
      </button>
      <PlayButton />
      <button {...change(true)}>
        <Icon name="next" flip />
      </button>
    </div>
  )
}

export function PlayButton() {
  const { session, words } = useApp()
  const { playing } = useClock('playing')
  const play = words.say(playing ? 'dock.pause' : 'dock.play')
  return (
    <button
      type="button"
      className="button-round button-main"
      onClick={() => session.clock.toggle()}
      aria-label={play}
      title={play}
    >
      <Icon name={playing ? 'pause' : 'play'} flip={!playing} />
    </button>
  )
}

/** The date, and a day back and ahead: on a small track a day is narrower than a finger. */
function DateButtons() {
  const { session, words } = useApp()
  const { clock } = session
  const { day } = useClock('day')
  const [picking, setPicking] = useState(false)
  const narrow = useNarrow()
  return (
    <div className="date-buttons">
      <button
        type="button"
        className="button-plain day-button"
        onClick={() => clock.step(-1)}
        disabled={day === clock.start}
        aria-label={words.say('dock.day-back')}
        title={words.say('dock.day-back')}
      >
        <Icon name="back" flip />
      </button>
      <button
        type="button"
        className="button-plain date-button"
        aria-haspopup="dialog"
        aria-expanded={picking}
        onClick={() => setPicking(!picking)}
        title={words.say('dock.pick')}
      >
        <Icon name="calendar" />
        {/* On a phone the headline has the year. */}
        <span>{narrow ? words.dateShort(day) : words.date(day)}</span>
      </button>
      <button
        type="button"
        className="button-plain day-button"
        onClick={() => clock.step(1)}
        disabled={day === clock.end}
        aria-label={words.say('dock.day-ahead')}
        title={words.say('dock.day-ahead')}
      >
        <Icon name="ahead" flip />
      </button>
      {picking && <DatePopover onClose={() => setPicking(false)} />}
    </div>
  )
}

function PlaybackButton() {
  const { words } = useApp()
  const { speed, stretch, loop, counting } = useClock('speed', 'stretch', 'loop', 'counting')
  const [open, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className="button-plain playback-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        title={words.say('playback')}
      >
        <Icon name="playback" />
        <span className="playback-name">{words.say('playback')}</span>
        <span className="playback-speed">{factorText(stretch?.speed ?? speed, words)}</span>
        {loop !== 'none' && <Icon name="loop" />}
        {counting === 'view' && <Icon name="whole" />}
      </button>
      {open && <PlaybackPopover trigger={trigger} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Goes to the next or previous change that counts; says so when there is none. */
export function goToChange({ session, words, announce }: App, forward: boolean): void {
  const { clock } = session
  if ((forward ? clock.nextChange() : clock.previousChange()) !== null) return
  const inView = clock.getSnapshot().counting === 'view'
  if (forward) announce(words.say(inView ? 'dock.no-next-view' : 'dock.no-next'))
  else announce(words.say(inView ? 'dock.no-previous-view' : 'dock.no-previous'))
}
