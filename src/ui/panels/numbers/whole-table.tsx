/** The chart as a table: a row for each stretch of days, a column for each faction. */

import { nameOn } from '../../../chronicle/conflict.ts'
import type { Series } from '../../../chronicle/series.ts'
import type { Count } from '../../../link/index.ts'
import { useApp, useFactionAt } from '../../context.tsx'
import { amountText } from './number-text.ts'

export interface WholeTableProps {
  series: Series
  factions: readonly number[]
  count: Count
  caption: string
}

export function WholeTable({ series, factions, count, caption }: WholeTableProps) {
  const { words } = useApp()
  const factionAt = useFactionAt()
  const named = factions.flatMap((index) => {
    const faction = factionAt(index)
    return faction ? [{ index, name: nameOn(faction, series.end, words.language, 'short') }] : []
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="whole-table" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.say('numbers.days')}</th>
            {named.map(({ index, name }) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.days.map((from, i) => {
            const to = (series.days[i + 1] ?? series.end + 1) - 1
            return (
              <tr key={from}>
                <th scope="row">
                  {from === to
                    ? words.date(from)
                    : words.say('numbers.from-to', { from: words.date(from), to: words.date(to) })}
                </th>
                {named.map(({ index }) => (
                  <td key={index}>
                    {series.bands[i][index].high > 0 ? amountText(series.bands[i][index], count, words) : '–'}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
