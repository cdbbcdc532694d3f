/** Who holds how much on one day; each row looks at its faction alone. */

import { nameOn } from '../../../chronicle/conflict.ts'
import { bandsOn, type Series } from '../../../chronicle/series.ts'
import type { Count } from '../../../link/index.ts'
import { useApp, useFactionAt } from '../../context.tsx'
import { Chip } from '../../legend/chip.tsx'
import { useNarrow } from '../../shell/use-page.ts'
import { amountText, shareText } from './number-text.ts'

export interface SharesProps {
  series: Series
  present: readonly number[]
  count: Count
  day: number
  by: number | null
  marked: number | null
  onMark(faction: number | null): void
}

export function Shares({ series, present, count, day, by, marked, onMark }: SharesProps) {
  const { words, session, atlas } = useApp()
  const factionAt = useFactionAt()
  const narrow = useNarrow()
  const bands = bandsOn(series, day)
  const rows = present.filter((faction) => bands[faction].high > 0 || faction === by)
  return (
    <table className="shares">
      <caption>{words.say('numbers.on', { date: words.date(day) })}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{words.say('numbers.faction')}</th>
          <th scope="col">{words.say(count === 'area' ? 'numbers.area' : 'numbers.places')}</th>
          <th scope="col">{words.say('numbers.share')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((index) => {
          const faction = factionAt(index)
          if (!faction) return null
          const name = nameOn(faction, day, words.language, narrow ? 'short' : 'full')
          const alone = by === index
          return (
            <tr
              key={faction.id}
              className={marked === index ? 'is-marked' : undefined}
              onPointerEnter={() => onMark(index)}
              onPointerLeave={() => onMark(null)}
            >
              <th scope="row">
                <button
                  type="button"
                  aria-pressed={alone}
                  title={words.say(alone ? 'numbers.all-again' : 'numbers.only', { name })}
                  onFocus={() => onMark(index)}
                  onBlur={() => onMark(null)}
                  onClick={() => session.change({ by: alone ? null : atlas.factions[index] })}
                >
                  <Chip colour={faction.colour} texture={faction.texture} />
                  <span>{name}</span>
                </button>
              </th>
              <td>{amountText(bands[index], count, words)}</td>
              <td>{shareText(bands[index], series.total, words)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
