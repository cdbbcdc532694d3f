import type { EventRecord } from '../../../chronicle/events.ts'
import type { EvidenceFile } from '../../../chronicle/evidence.ts'
import type { Words } from '../../words/words.ts'

/** @returns where it happened; `null` where no name is known in the reader's language */
export function eventPlace(
  { place, place_name }: Pick<EventRecord, 'place' | 'place_name'>,
  evidence: EvidenceFile | null,
  words: Words,
): string | null {
  const known = place === null ? undefined : evidence?.places.find(({ id }) => id === place)
  if (known) return words.pick(known.name, known.name_ar ?? known.name)
  return words.language === 'en' ? place_name || null : null
}

/** @returns `known to within 2 km` */
export function precisionText(metres: number, words: Words): string {
  return metres < 1000
    ? words.say('precision.m', { length: words.number(metres) })
    : words.say('precision.km', { length: words.number(Math.round(metres / 100) / 10) })
}
