/** The controls of a comparison, above the time dock: both days, how they are compared, what the colours mean. */
import { useEffect, useRef, useState } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { nameOn } from '../../chronicle/conflict.ts'
import { isoOf } from '../../chronicle/day.ts'
import { COMPARE_MODES, type CompareMode } from '../../link/index.ts'
import { useApp, useView } from '../context.tsx'
import { Icon } from '../shell/icons.tsx'
import { useNarrow } from '../shell/use-page.ts'
import type { MessageId } from '../words/words.ts'
import { useToggleComparison } from './compare-button.tsx'
import '../styles/segments.css'
import './compare.css'
import { late } from '../shell/part.tsx'
import { StripKey } from './strip-key.tsx'
import { possibleMode, type Shown, useComparison } from './use-comparison.ts'

const DatePopover = late(() => import('../dock/date-popover.tsx'))

export default function Strip() {
  const { session, words, map } = useApp()
  const comparison = useComparison()
  const leave = useToggleComparison()
  const box = useHeightOnPage()
  const { panel } = useView('panel')
  if (!comparison) return null
  const { mode, older, newer, clockIsOlder } = comparison

  /** The time slider lets go of one day and takes hold of the other; what is compared stays the same. */
  function swap() {
    const { day } = session.clock.getSnapshot()
    const { with: other } = session.getView()
    if (other === null) return
    session.replace({ with: day })
    session.clock.setDay(other)
  }

  return (
    <section ref={box} className="compare-strip" data-mode={mode} aria-label={words.say('compare.title')}>
      {mode === 'swipe' && <SideLabels {...comparison} />}
      <div className="compare-row">
        <div className="compare-days">
          <DayButton day={older} ofClock={clockIsOlder} />
          <button
            type="button"
            className="button-plain button-icon"
            aria-label={words.say('compare.swap')}
            title={words.say('compare.swap')}
            onClick={swap}
          >
            <Icon name="swap" />
          </button>
          <DayButton day={newer} ofClock={!clockIsOlder} />
        </div>
        <ToggleButtonGroup
          className="segments"
          selectionMode="single"
          disallowEmptySelection
          aria-label={words.say('compare.mode')}
          selectedKeys={[mode]}
          onSelectionChange={(keys) => session.change({ mode: [...keys][0] as CompareMode })}
        >
          {COMPARE_MODES.map((id) => (
            <ToggleButton key={id} id={id} className="segment" isDisabled={possibleMode(id, map) !== id}>
              {words.say(`compare.${id}` as MessageId)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <button
          type="button"
          className="button-plain compare-details"
          aria-expanded={panel === 'compare'}
          aria-label={`${words.say('compare.details')}: ${words.say('panel.compare')}`}
          title={words.say('panel.compare')}
          onClick={() => session.change({ panel: panel === 'compare' ? null : 'compare' })}
        >
          <Icon name="legend" />
          <span className="compare-details-text">{words.say('compare.details')}</span>
        </button>
        <button
          type="button"
          className="button-plain button-icon compare-leave"
          aria-label={words.say('compare.leave')}
          title={words.say('compare.leave')}
          onClick={leave}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="compare-foot">
        {map?.sideBySide === false && <p className="compare-note">{words.say('compare.light')}</p>}
        {mode === 'tint' && <FactionChoice />}
        <StripKey {...comparison} />
      </div>
    </section>
  )
}

/** Tells the page how high the strip is, so that what floats over the map keeps clear of it. */
function useHeightOnPage() {
  const { layout } = useApp()
  const ref = useRef<HTMLElement>(null)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(() => layout.setProperty('--strip', `${element.offsetHeight}px`))
    observer.observe(element)
    return () => {
      observer.disconnect()
      layout.setProperty('--strip', null)
    }
  }, [layout])
  return ref
}

/** Which day lies on which side of the divider; just above the strip, wherever that is. */
function SideLabels({ older, newer }: Shown) {
  const { words } = useApp()
  return (
    <div className="side-labels" aria-hidden="true">
      <span className="side-label is-older">{words.date(older)}</span>
      <span className="side-label is-newer">{words.date(newer)}</span>
    </div>
  )
}

function DayButton({ day, ofClock }: { day: number; ofClock: boolean }) {
  const { session, words } = useApp()
  const [picking, setPicking] = useState(false)
  const narrow = useNarrow()
  const date = narrow ? `${words.dateShort(day)} ${isoOf(day).slice(0, 4)}` : words.date(day)
  const label = words.say(ofClock ? 'compare.day-clock' : 'compare.day-other', { date })
  return (
    <>
      <button
        type="button"
        className={ofClock ? 'button-plain compare-day is-clock' : 'button-plain compare-day'}
        aria-haspopup="dialog"
        aria-expanded={picking}
        aria-label={label}
        title={label}
        onClick={() => setPicking(true)}
      >
        <Icon name="calendar" />
        <span>{date}</span>
      </button>
      {picking && (
        <DatePopover
          day={day}
          onPick={(picked) => (ofClock ? session.clock.setDay(picked) : session.change({ with: picked }))}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  )
}

function FactionChoice() {
  const { session, words, factions, atlas } = useApp()
  const comparison = useComparison()
  const ground = factions.filter(({ id }) => atlas.factions.includes(id))
  return (
    <label className="compare-by">
      <span className="visually-hidden">{words.say('compare.by')}</span>
      <select
        value={comparison?.by ?? ''}
        title={words.say('compare.by')}
        onChange={(event) => session.change({ by: event.target.value || null })}
      >
        <option value="">{words.say('compare.by-all')}</option>
        {ground.map((faction) => (
          <option key={faction.id} value={faction.id}>
            {nameOn(faction, comparison?.newer ?? 0, words.language, 'short')}
          </option>
        ))}
      </select>
    </label>
  )
}
