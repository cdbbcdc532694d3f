/** How play goes: direction, speed, loop, range, what counts. Loaded when first opened; map and track stay in reach. */
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { Dialog, I18nProvider, Popover } from 'react-aria-components'
import { SPEEDS } from '../../clock/index.ts'
import { LOOPS } from '../../link/index.ts'
import { useApp, useClock } from '../context.tsx'
import { Icon, type IconName } from '../shell/icons.tsx'
import { SwitchRow } from '../shell/switch.tsx'
import { loopName, runPlayback } from './playback-commands.ts'
import { RangeFields } from './range-fields.tsx'
import { speedText } from './speed-text.ts'
import '../styles/segments.css'
import './playback.css'
import { Segments } from '../shell/segments.tsx'

export interface PlaybackPopoverProps {
  trigger: RefObject<HTMLButtonElement | null>
  onClose(): void
}

export default function PlaybackPopover({ trigger, onClose }: PlaybackPopoverProps) {
  const { words } = useApp()
  // Above the whole dock: the track shows the range while its ends are set.
  const dock = useRef(trigger.current?.closest('.dock') ?? null)
  useEscape(onClose)
  return (
    <I18nProvider locale={words.locale}>
      <Popover
        className="playback-popover"
        triggerRef={dock}
        offset={6}
        placement="top end"
        isOpen
        isNonModal
        shouldCloseOnInteractOutside={() => false}
        onOpenChange={(open) => !open && onClose()}
      >
        <Dialog className="playback" aria-label={words.say('playback')}>
          <header className="playback-head">
            <h2>{words.say('playback')}</h2>
            <button type="button" className="button-plain" onClick={onClose} aria-label={words.say('close')}>
              <Icon name="close" />
            </button>
          </header>
          <Transport />
          <Pace />
          <LoopChoice />
          <RangeFields />
          <Switches />
        </Dialog>
      </Popover>
    </I18nProvider>
  )
}

function Transport() {
  const app = useApp()
  const { session, words } = app
  const { clock } = session
  const { playing, day } = useClock('playing', 'day')
  const backwards = playing === 'reverse'
  return (
    <div className="playback-transport">
      <TextButton icon="first" onClick={clock.first} disabled={day === clock.start}>
        {words.say('playback.first')}
      </TextButton>
      <TextButton
        icon={backwards ? 'pause' : 'backwards'}
        onClick={() => (playing === 'forward' ? clock.play('reverse') : runPlayback('backwards', app))}
      >
        {words.say(backwards ? 'dock.pause' : 'playback.backwards')}
      </TextButton>
      <TextButton icon="last" onClick={clock.last} disabled={day === clock.end}>
        {words.say('playback.last')}
      </TextButton>
    </div>
  )
}

interface TextButtonProps {
  icon: IconName
  onClick(): void
  disabled?: boolean
  children: ReactNode
}

function TextButton({ icon, onClick, disabled, children }: TextButtonProps) {
  return (
    <button type="button" className="playback-step" onClick={onClick} disabled={disabled}>
      <Icon name={icon} flip={icon !== 'pause'} />
      {children}
    </button>
  )
}

function Pace() {
  const app = useApp()
  const { session, words } = app
  const { speed, stretch } = useClock('speed', 'stretch')
  const pace = stretch?.speed ?? speed
  return (
    <div className="playback-row">
      <label className="playback-label" htmlFor="playback-speed">
        {words.say('dock.speed')}
      </label>
      <div className="playback-pace">
        <button
          type="button"
          className="button-plain button-icon"
          onClick={() => runPlayback('slower', app)}
          disabled={pace === SPEEDS[0]}
          aria-label={words.say('playback.slower')}
          title={words.say('playback.slower')}
        >
          <Icon name="minus" />
        </button>
        <select
          id="playback-speed"
          value={pace}
          onChange={(event) => session.clock.setSpeed(Number(event.target.value))}
        >
          {SPEEDS.map((factor) => (
            <option key={factor} value={factor}>
              {speedText(factor, words)}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button-plain button-icon"
          onClick={() => runPlayback('faster', app)}
          disabled={pace === SPEEDS[SPEEDS.length - 1]}
          aria-label={words.say('playback.faster')}
          title={words.say('playback.faster')}
        >
          <Icon name="plus" />
        </button>
      </div>
    </div>
  )
}

function LoopChoice() {
  const app = useApp()
  const { session, words } = app
  const { loop, range } = useClock('loop', 'range')
  return (
    <div className="playback-row">
      <span className="playback-label" id="playback-loop">
        {words.say('playback.loop')}
      </span>
      <Segments
        label={{ by: 'playback-loop' }}
        ids={LOOPS}
        chosen={loop}
        choose={(id) => session.clock.setLoop(id)}
        text={(id) => loopName(id, app)}
        isDisabled={(id) => id === 'range' && !range}
      />
    </div>
  )
}

function Switches() {
  const { session, words } = useApp()
  const { skipQuiet, counting } = useClock('skipQuiet', 'counting')
  return (
    <div className="playback-switches">
      <SwitchRow on={skipQuiet} set={(on) => session.clock.setSkipQuiet(on)}>
        <span className="legend-name">{words.say('playback.quiet')}</span>
      </SwitchRow>
      <SwitchRow on={counting === 'view'} set={(on) => session.clock.setCounting(on ? 'view' : 'all')}>
        <span className="legend-name">{words.say('playback.in-view')}</span>
      </SwitchRow>
      <p className="playback-note">{words.say('playback.in-view-what')}</p>
    </div>
  )
}

/** The focus may be on the map or the track: Escape closes the popover from there too, and nothing else. */
function useEscape(onClose: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      const dialog = (event.target as Element | null)?.closest?.('[role=dialog]')
      if (dialog && !dialog.matches('.playback')) return
      event.stopPropagation()
      event.preventDefault()
      onClose()
    }
    addEventListener('keydown', onKey, true)
    return () => removeEventListener('keydown', onKey, true)
  }, [onClose])
}
