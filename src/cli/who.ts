import { STATE } from '../chronicle/atlas.ts'
import { isoOf } from '../chronicle/day.ts'
import type { ClaimRecord, EvidenceFile, PlaceRecord } from '../chronicle/evidence.ts'
import { Explainer } from '../chronicle/explain.ts'
import { indexFaces } from '../chronicle/face-index.ts'
import { textIn, textsOf } from '../chronicle/text.ts'
import { dayIn, readCompiled } from './compiled-files.ts'

/** `who <place | lat,lon> <date>`: holder, since when, grade, and the claims behind it. Returns the exit code. */
export async function who(folder: string, [where, date]: string[]): Promise<number> {
  const { atlas, evidence } = readCompiled(folder)
  const day = dayIn(atlas, date)
  const point = locate(where ?? '', evidence)
  if ('error' in point) {
    console.error(point.error)
    return 1
  }
  const face = indexFaces(atlas).faceAt(point.lon, point.lat)
  const answer =
    face < 0
      ? null
      : new Explainer(evidence, atlas).explain(face, point.lon, point.lat, day, 'id' in point ? point : null)
  if (!answer) {
    console.error(`${point.lat}, ${point.lon} (lat, lon) is outside the map`)
    return 1
  }
  const { now, since, nearest, basis } = answer
  const name = (index: number) => (index < 0 ? 'unknown' : atlas.factions[index])
  const state =
    now.state === STATE.contested
      ? `, contested by ${name(now.other)}`
      : now.state === STATE.passing
        ? `, passing to ${name(now.other)}`
        : ''
  const sinceText = since === atlas.start ? `${isoOf(since)} or earlier` : isoOf(since)
  console.log(`${isoOf(day)}: ${name(now.holder)}${state}, since ${sinceText}, grade ${now.grade}`)
  if (basis !== 'place' && nearest)
    console.log(
      `inferred${basis === 'nearest' ? ` from ${textIn(answer.place?.name ?? {}).text}, ${answer.km?.toFixed(1)} km away` : ''}: no place speaks for this ground; the nearest with claims is ${textIn(nearest.place.name).text}, ${nearest.km.toFixed(1)} km away`,
    )
  for (const claim of now.claims) console.log(line(claim))
  if (answer.aside.length) console.log('also on record:')
  for (const claim of answer.aside) console.log(line(claim))
  if (answer.background.length) console.log('before the range:')
  for (const claim of answer.background) console.log(line(claim))
  return 0
}

const line = ({ id, grade, earliest, latest, about, event, from, to, verdict, sources }: ClaimRecord) =>
  `  ${id} [${grade}] ${earliest === latest ? earliest : `${earliest}…${latest}`} ${about}: ${event} ${from.join('|')}→${to ?? ''} (${verdict}) ${sources.join(', ')}`

function locate(
  where: string,
  { places }: EvidenceFile,
): { lon: number; lat: number } | PlaceRecord | { error: string } {
  const numbers = where.split(',').map(Number)
  if (numbers.length === 2 && numbers.every(Number.isFinite)) return { lat: numbers[0], lon: numbers[1] }
  const wanted = where.toLowerCase()
  const names = (place: PlaceRecord) =>
    [place.id, ...textsOf(place.name), ...place.variants].map((text) => text.toLowerCase())
  const exact = places.filter((place) => names(place).includes(wanted))
  const found = exact.length
    ? exact
    : places.filter((place) => wanted.length > 2 && names(place).some((text) => text.includes(wanted)))
  if (found.length === 1) return found[0]
  if (found.length === 0) return { error: `no place is called "${where}"` }
  return {
    error: `"${where}" may be: ${found
      .slice(0, 12)
      .map((place) => place.id)
      .join(', ')}`,
  }
}
