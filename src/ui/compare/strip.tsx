/** The controls of a comparison, above the time dock: both days, how they are compared, what the colours mean. */
import { useEffect, useRef, useState } from 'react'
import { nameOn } from '../../chronicle/conflict.ts'
import { dayOf, isoOf } from '../../chronicle/day.ts'
import { addressOf, COMPARE_MODES, linkHere, linkToComparison, saidBy } from '../../link/index.ts'
import { useApp, useView } from '../context.tsx'
import { ATLASES } from '../data/load.ts'
import { OPENED_WITH } from '../open-session.ts'
import { Icon } from '../shell/icons.tsx'
import { useNarrow } from '../shell/use-page.ts'
import type { MessageId } from '../words/words.ts'
import { useToggleComparison } from './compare-button.tsx'
import '../styles/segments.css'
import './compare.css'
import { late } from '../shell/part.tsx'
import { Segments } from '../shell/segments.tsx'
import { keepWhole } from './keep-whole.ts'
import { KeyOfOther } from './key-of-other.tsx'
import { StripKey } from './strip-key.tsx'
import { possibleMode, type Shown, useComparison } from './use-comparison.ts'

const DatePopover = late(() => import('../dock/date-popover.tsx'))

export default function Strip() {
  const { session, words, map, conflict } = useApp()
  const comparison = useComparison()
  const leave = useToggleComparison()
  useKeepWhole()
  const box = useHeightOnPage()
  const { panel } = useView('panel')
  if (!comparison) return null
  const { mode, older, newer, clockIsOlder, of } = comparison

  /** The time slider lets go of one day and takes hold of the other; what is compared stays the same. */
  function swap() {
    const { day } = session.clock.getSnapshot()
    const { with: other, beside, split, camera, panel, lang, theme, light } = session.getView()
    if (other === null) {
      // The slider of another atlas is on the page of that one.
      const link = { split, camera, panel, lang, theme, light, beside: { atlas: conflict.id, day } }
      if (beside) location.assign(addressOf(linkToComparison({ ...beside, ...link }, session.context)))
      return
    }
    session.replace({ with: day })
    session.clock.setDay(other)
  }

  return (
    <section ref={box} className="compare-strip" data-mode={mode} aria-label={words.say('compare.title')}>
      {mode === 'swipe' && <SideLabels {...comparison} />}
      <div className="compare-row">
        <div className="compare-days">
          <DayButton day={older} of={clockIsOlder ? null : of} ofClock={clockIsOlder} />
          <button
            type="button"
            className="button-plain button-icon"
            aria-label={words.say('compare.swap')}
            title={words.say('compare.swap')}
            onClick={swap}
          >
            <Icon name="swap" />
          </button>
          <DayButton day={newer} of={clockIsOlder ? of : null} ofClock={!clockIsOlder} />
        </div>
        {of === null && (
          <Segments
            label={words.say('compare.mode')}
            ids={COMPARE_MODES}
            chosen={mode}
            choose={(mode) => session.change({ mode })}
            text={(id) => words.say(`compare.${id}` as MessageId)}
            isDisabled={(id) => possibleMode(id, map) !== id}
          />
        )}
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
        {map?.sideBySide === false && (
          <p className="compare-note">{words.say(of === null ? 'compare.light' : 'compare.light-beside')}</p>
        )}
        {of === null && mode === 'tint' && <FactionChoice />}
        {of === null ? <StripKey {...comparison} /> : <KeyOfOther {...comparison} of={of} />}
      </div>
    </section>
  )
}

/** For the controls of a comparison, before they are told to the layout. */
function useKeepWhole() {
  const { map, layout, conflict } = useApp()
  useEffect(() => {
    if (map && !isAsShared()) return keepWhole(map, layout, conflict.bbox)
  }, [map, layout, conflict])
}

/** A comparison that somebody has shared opens exactly as it was. */
function isAsShared(): boolean {
  const compared = ['with', 'beside'].some((key) => OPENED_WITH.has(key))
  return compared && saidBy(linkHere()).get('view') === OPENED_WITH.get('view')
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
    layout.part('strip')(element)
    return () => {
      observer.disconnect()
      layout.part('strip')(null)
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

interface DayButtonProps {
  day: number
  /** id of the atlas that it belongs to, `null`: the one shown */
  of: string | null
  ofClock: boolean
}

function DayButton({ day, of, ofClock }: DayButtonProps) {
  const { session, words } = useApp()
  const [picking, setPicking] = useState(false)
  const narrow = useNarrow()
  const date = narrow ? `${words.dateShort(day)} ${isoOf(day).slice(0, 4)}` : words.date(day)
  const atlas = ATLASES.find(({ id }) => id === of)
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
          span={atlas && { start: dayOf(atlas.start), end: dayOf(atlas.end) }}
          onPick={(picked) => {
            if (ofClock) session.clock.setDay(picked)
            else if (of === null) session.change({ with: picked })
            else session.change({ beside: { atlas: of, day: picked } })
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  )
}

function FactionChoice() {
  const { session, words, factions, atlas } = useApp()
  const comparison = useComparison()
  const ground = factions.filter(({ id, blank }) => !blank && atlas.factions.includes(id))
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
