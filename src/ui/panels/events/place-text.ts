import type { EventRecord } from '../../../chronicle/events.ts'
import type { EvidenceFile } from '../../../chronicle/evidence.ts'
import { type Text, textsOf } from '../../../chronicle/text.ts'
import type { Words } from '../../words/words.ts'

/** @returns what the place is called where it happened; `null` where it has no name */
export function eventPlace(
  { place, place_name }: Pick<EventRecord, 'place' | 'place_name'>,
  evidence: EvidenceFile | null,
): Text | null {
  const known = place === null ? undefined : evidence?.places.find(({ id }) => id === place)
  if (known) return known.name
  return textsOf(place_name).length > 0 ? place_name : null
}

/** @returns `known to within 2 km` */
export function precisionText(metres: number, words: Words): string {
  return metres < 1000
    ? words.say('precision.m', { length: words.number(metres) })
    : words.say('precision.km', { length: words.number(Math.round(metres / 100) / 10) })
}
