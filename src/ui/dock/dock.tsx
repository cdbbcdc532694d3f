/** The time dock: play, speed, changes before and after, the track, the date as a button. */
import { lazy, Suspense, useState } from 'react'
import { SPEEDS } from '../../clock/index.ts'
import { useApp, useClock } from '../context.tsx'
import { Icon } from '../shell/icons.tsx'
import { Track } from './track.tsx'

const DatePopover = lazy(() => import('./date-popover.tsx'))

export function Dock() {
  const { session, words } = useApp()
  const { clock } = session
  const { day, playing, speed, skipped } = useClock()
  const [picking, setPicking] = useState(false)
  const days = clock.changeDays
  return (
    <section className="dock" aria-label={words.say('dock.label')}>
      <div className="dock-play">
        <button
          type="button"
          className="button-round"
          onClick={() => clock.previousChange()}
          disabled={!days.some((change) => change < day)}
          aria-label={words.say('dock.previous')}
          title={words.say('dock.previous')}
        >
          <Icon name="previous" flip />
        </button>
        <button
          type="button"
          className="button-round button-main"
          onClick={() => clock.toggle()}
          aria-label={words.say(playing ? 'dock.pause' : 'dock.play')}
          title={words.say(playing ? 'dock.pause' : 'dock.play')}
        >
          <Icon name={playing ? 'pause' : 'play'} flip={!playing} />
        </button>
        <button
          type="button"
          className="button-round"
          onClick={() => clock.nextChange()}
          disabled={!days.some((change) => change > day)}
          aria-label={words.say('dock.next')}
          title={words.say('dock.next')}
        >
          <Icon name="next" flip />
        </button>
      </div>
      <Track />
      {skipped && (
        <p className="dock-skipped" role="status">
          {words.say('dock.skipped', {
            days: skipped.to - skipped.from + 1,
            from: words.dateShort(skipped.from),
            to: words.dateShort(skipped.to),
          })}
        </p>
      )}
      <div className="dock-date">
        <button
          type="button"
          className="button-plain date-button"
          aria-haspopup="dialog"
          aria-expanded={picking}
          onClick={() => setPicking(!picking)}
          title={words.say('dock.pick')}
        >
          <Icon name="calendar" />
          <span>{words.date(day)}</span>
        </button>
        <label className="speed">
          <span className="visually-hidden">{words.say('dock.speed')}</span>
          <select
            value={speed}
            onChange={(event) => clock.setSpeed(Number(event.target.value))}
            title={words.say('dock.speed')}
          >
            {SPEEDS.map((factor) => (
              <option key={factor} value={factor}>
                {words.say('dock.speed-option', { factor: FRACTIONS[factor] ?? words.number(factor) })}
              </option>
            ))}
          </select>
        </label>
        {picking && (
          <Suspense>
            <DatePopover onClose={() => setPicking(false)} />
          </Suspense>
        )}
      </div>
    </section>
  )
}

const FRACTIONS: Record<number, string> = { 0.25: '¼', 0.5: '½' }
