/** Numbers of the panel in words: always as bands where there is a band, never finer than they are known. */
import type { Band } from '../../../chronicle/series.ts'
import { shareBand } from '../../../chronicle/series.ts'
import type { Count } from '../../../link/index.ts'
import { areaText } from '../../legend/area-text.ts'
import { threeFigures, type Words } from '../../words/words.ts'

/** @returns `27,400 km²`, `118,000–119,500 km²`, `12 places`, `12–14 places` */
export function amountText(band: Band, count: Count, words: Words): string {
  if (count === 'area') return areaText(band, words)
  if (band.high === 0) return words.say('numbers.no-places')
  if (band.low === band.high) return words.say('numbers.places-one', { count: band.low })
  return words.say('numbers.places-band', { low: words.number(band.low), high: words.number(band.high) })
}

/** @returns `62.5 %`, `62–63.5 %`, `under 0.5 %`; empty when the faction has no part in it */
export function shareText(band: Band, total: number, words: Words): string {
  if (band.high <= 0 || total <= 0) return ''
  const { low, high } = shareBand(band, total)
  if (high === 0) return words.say('numbers.share-less', { most: words.number(0.5) })
  if (low === high) return words.say('numbers.share-one', { share: words.number(low) })
  return words.say('numbers.share-band', { low: words.number(low), high: words.number(high) })
}

/** @returns how values of this kind are rounded wherever they are shown or written out */
export const roundingOf = (count: Count): ((value: number) => number) =>
  count === 'area' ? threeFigures : (value) => value
