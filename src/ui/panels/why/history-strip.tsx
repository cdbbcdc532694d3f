/** Who held the point over the whole range, as a strip; each stretch leads the clock to its first day. */
import type { CSSProperties } from 'react'
import { STATE } from '../../../chronicle/atlas.ts'
import { nameOn } from '../../../chronicle/conflict.ts'
import type { ExplainedPeriod } from '../../../chronicle/explain.ts'
import { over } from '../../../map/colour.ts'
import { FILL_OPACITY, PALETTES } from '../../../map/palette.ts'
import { useApp, useClock, useFactionAt } from '../../context.tsx'
import { useWidth } from '../../dock/use-width.ts'
import { stateWords } from './claim-words.ts'
import { labelsThatFit, stripParts, stripPosition } from './strip-scale.ts'

/** Least width of a stretch that can be pressed, CSS pixels. */
const LEAST = 24
/** Room that one letter of a date needs, and the gap between two dates, CSS pixels. */
const LETTER = 6
const GAP = 8
/** How many ticks for years before the range are drawn at most; the list below the strip has them all. */
const MOST_TICKS = 6

export interface HistoryStripProps {
  history: readonly ExplainedPeriod[]
  /** how many claims there are from before the range */
  before: number
}

export function HistoryStrip({ history, before }: HistoryStripProps) {
  const { words, atlas, session, theme } = useApp()
  const { day } = useClock('day')
  const factionAt = useFactionAt()
  const [ref, width] = useWidth<HTMLDivElement>()
  const { paper } = PALETTES[theme]
  const starts = history.map(({ start }) => start)
  const parts = stripParts(starts, atlas.start, atlas.end, LEAST / Math.max(width, LEAST))
  const now = stripPosition(day, starts, parts, atlas.start, atlas.end)
  const dates = starts.map((start) => words.dateShort(start))
  const label = Math.max(...dates.map(({ length }) => length)) * LETTER + GAP
  const labels = labelsThatFit(
    parts.slice(1).map(({ from }) => from),
    label / Math.max(width, label),
  ).map((i) => i + 1)
  const colour = (faction: number) => {
    const hue = factionAt(faction)?.colour
    return hue ? over(hue, paper, FILL_OPACITY) : paper
  }
  const name = (faction: number, on: number, form: 'short' | 'genitive' = 'short') => {
    const known = factionAt(faction)
    return known ? nameOn(known, on, words.language, form) : words.say('why.nobody')
  }
  const percent = (share: number) => `${(share * 100).toFixed(3)}%`
  return (
    <div className="strip-history">
      <div className="strip-lane">
        {before > 0 && (
          <span
            className="strip-before"
            role="img"
            aria-label={words.say('why.strip.before', { count: before })}
            title={words.say('why.strip.before', { count: before })}
          >
            {Array.from({ length: Math.min(before, MOST_TICKS) }, (_, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: ticks are all alike
              <i key={i} />
            ))}
          </span>
        )}
        <div className="strip-bar" ref={ref}>
          {history.map((stretch, i) => {
            const last = (stretch.end ?? atlas.end + 1) - 1
            const inForce = day >= stretch.start && day <= last
            const label = words.say('why.strip.segment', {
              holder: name(stretch.holder, stretch.start),
              state: stateWords(stretch, name(stretch.other, stretch.start, 'genitive'), words),
              from: words.date(stretch.start),
              to: words.date(last),
            })
            return (
              <button
                key={stretch.start}
                type="button"
                className="strip-stretch"
                style={{
                  insetInlineStart: percent(parts[i].from),
                  width: percent(parts[i].to - parts[i].from),
                  ...paint(stretch, colour, words.direction),
                }}
                aria-label={label}
                title={label}
                aria-current={inForce ? 'date' : undefined}
                onClick={() => session.clock.setDay(stretch.start)}
              />
            )
          })}
          <span className="strip-now" style={{ insetInlineStart: percent(now) }} aria-hidden="true" />
        </div>
      </div>
      <div className="strip-dates" aria-hidden="true">
        {labels.map((i) => (
          <span key={starts[i]} style={{ insetInlineStart: percent(parts[i].from) }}>
            {dates[i]}
          </span>
        ))}
      </div>
      <div className="strip-ends" aria-hidden="true">
        <span>{words.date(atlas.start)}</span>
        <span>{words.date(atlas.end)}</span>
      </div>
    </div>
  )
}

/** Held: one colour. Passing: from the one holder's colour to the other's. Contested: hatched in both. */
function paint(
  { state, holder, other }: ExplainedPeriod,
  colour: (faction: number) => string,
  direction: 'ltr' | 'rtl',
): CSSProperties {
  const [a, b] = [colour(holder), colour(other)]
  if (state === STATE.held) return { background: a }
  if (state === STATE.passing)
    return { background: `linear-gradient(to ${direction === 'rtl' ? 'left' : 'right'}, ${a}, ${b})` }
  return { background: `repeating-linear-gradient(135deg, ${a} 0 4px, ${b} 4px 8px)` }
}
