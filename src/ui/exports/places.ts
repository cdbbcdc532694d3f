/** Who held each place that claims speak of, as CSV with its coordinates: on the day, or by period of the stretch. */
import { isoOf } from '../../chronicle/day.ts'
import { holdersOf, periodsBetween } from '../../formats/ground.ts'
import { csvOf } from '../data/csv.ts'
import type { MakeExport } from './contract.ts'
import { daysName } from './ground-source.ts'

const COLUMNS = [
  'place',
  'place_name',
  'kind',
  'governorate',
  'governorate_name',
  'lon',
  'lat',
  'precision_m',
  'start_date',
  'end_date',
  'faction',
  'name',
  'state',
  'other',
  'other_name',
  'since',
]

const make: MakeExport = async ({ app, day, days, evidence }) => {
  const { atlas, factions, governorates, words } = app
  const { places } = await evidence()
  const naming = { factions, language: words.language }
  const { from, to } = days ?? { from: day, to: day }
  const rows = places.flatMap((place) => {
    if (place.face < 0) return []
    const { history } = atlas.faces[place.face]
    const governorate = governorates.find(({ id }) => id === place.governorate)
    return periodsBetween(history, from, to).map(({ start, end }) => {
      const { faction, name, state, other, other_name, since } = holdersOf(
        atlas,
        naming,
        history,
        Math.max(start, from),
      )
      return [
        place.id,
        words.text(place.name),
        place.kind,
        place.governorate,
        governorate ? words.text(governorate.name) : '',
        Number(place.lon.toFixed(5)),
        Number(place.lat.toFixed(5)),
        place.precision_m,
        isoOf(start),
        end === null ? null : isoOf(end),
        faction,
        name,
        state,
        other,
        other_name,
        since,
      ]
    })
  })
  return { name: `places-${days ? daysName(days) : isoOf(day)}`, content: csvOf(COLUMNS, rows) }
}
export default make
