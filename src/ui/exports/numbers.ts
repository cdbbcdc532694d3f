/** Who held how much over time, as CSV: what the link says of the panel of numbers. */

import { nameOn } from '../../chronicle/conflict.ts'
import { dayOf, isoOf } from '../../chronicle/day.ts'
import { areaSeries, placeSeries, presentIn, seriesWithin, tableOf } from '../../chronicle/series.ts'
import { csvOf } from '../panels/numbers/csv.ts'
import { roundingOf } from '../panels/numbers/number-text.ts'
import { daysOf } from '../panels/numbers/span.ts'
import type { MakeExport } from './contract.ts'

const make: MakeExport = async ({ app, day, view: { where, count, by, span }, days, evidence }) => {
  const { atlas, conflict, factions, words } = app
  const country = conflict.home?.map(({ iso2 }) => iso2).join('-') ?? conflict.id
  const play = { from: dayOf(conflict.play.start), to: dayOf(conflict.play.end) }
  const { from, to } = days ?? daysOf(span, day, { from: atlas.start, to: atlas.end }, play)
  const whole =
    count === 'area'
      ? areaSeries(atlas, where === null ? null : atlas.governorates.indexOf(where))
      : placeSeries(atlas, (await evidence()).places, where)
  const rank = (index: number) => factions.findIndex(({ id }) => id === atlas.factions[index])
  const present = presentIn(whole).sort((a, b) => rank(a) - rank(b))
  const drawn = by === null ? present : present.filter((index) => atlas.factions[index] === by)
  const rows = tableOf(seriesWithin(whole, from, to), drawn, roundingOf(count))
  const content = csvOf(rows, {
    where: where ?? country,
    unit: count === 'area' ? 'km2' : 'places',
    factionId: (index) => atlas.factions[index],
    factionName(index, on) {
      const faction = factions.find(({ id }) => id === atlas.factions[index])
      return faction ? nameOn(faction, dayOf(on), words.language, 'short') : ''
    },
  })
  return { name: `control-${count}-${where ?? country}-${isoOf(from)}-${isoOf(to)}`, content }
}
export default make
