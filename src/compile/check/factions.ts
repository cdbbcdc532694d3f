/** Rules on what factions.json says, and on outside figures about factions. */
import { type Day, dayOf, parseDay } from '../../chronicle/day.ts'
import type { Dataset } from '../read/model.ts'
import type { Problem } from '../read/problem.ts'
import { didYouMean } from '../read/suggest.ts'

const error = (
  reason: string,
  { file, line }: { file?: string; line?: number },
  message: string,
): Problem => ({ reason, severity: 'error', file: file ?? 'factions.json', line: line ?? 0, message })

export function* duplicateFaction({ factions }: Dataset): Generator<Problem> {
  const seen = new Set<string>()
  for (const faction of factions) {
    if (seen.has(faction.id)) yield error('duplicate-id', faction, `the id "${faction.id}" is used twice`)
    seen.add(faction.id)
  }
}

/** Names follow each other in time, and what a faction became is in the list. */
export function* badLineage({ factions }: Dataset): Generator<Problem> {
  const known = new Set(factions.map(({ id }) => id))
  for (const faction of factions) {
    let before: Day = -Infinity
    for (const [i, { from }] of faction.names.entries()) {
      const day = from === null ? -Infinity : parseDay(from)
      if (day === null || day < before || (i > 0 && from === null))
        yield error(
          'lineage-invalid',
          faction,
          `${faction.id}: names must be in order of valid dates, and only the first without one, got "${from}"`,
        )
      before = day ?? before
    }
    for (const { into } of faction.lineage)
      if (into !== null && !known.has(into))
        yield error(
          'unknown-faction',
          faction,
          `${faction.id}: became "${into}", which is not in factions.json${didYouMean(into, known)}`,
        )
  }
}

/** Figures that no map could meet, or that speak of nobody. */
export function* badBands({ bands, factions, conflict }: Dataset): Generator<Problem> {
  const known = new Set(factions.map(({ id }) => id))
  const [first, last] = [dayOf(conflict.start), dayOf(conflict.end)]
  const seen = new Set<string>()
  for (const band of bands) {
    const { date, since, low, high, publisher } = band
    const at = { file: band.file ?? 'bands.json', line: band.line }
    const which = `the figure of ${publisher} for ${date}`
    for (const id of [...band.factions, ...band.without])
      if (!known.has(id))
        yield error(
          'unknown-faction',
          at,
          `${which}: "${id}" is not in factions.json${didYouMean(id, known)}`,
        )
    const key = JSON.stringify([date, since, band.factions, publisher])
    if (seen.has(key)) yield error('duplicate-row', at, `${which} stands twice`)
    seen.add(key)
    if (low > high) yield error('band-reversed', at, `${which}: ${low} is more than ${high}`)
    for (const day of [date, since ?? date])
      if (dayOf(day) < first || dayOf(day) > last)
        yield error(
          'date-out-of-range',
          at,
          `${which}: ${day} lies outside ${conflict.start} – ${conflict.end}`,
        )
  }
}
