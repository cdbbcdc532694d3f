import type { AreaBand } from '../../chronicle/areas.ts'
import { threeFigures, type Words } from '../words/words.ts'

/** A band narrower than this share of the area is not worth two numbers. */
const NARROW = 0.005

/** @returns `27,400 km²`, or with its band: `118,000–119,500 km²` */
export function areaText({ low, best, high }: AreaBand, words: Words): string {
  if (high <= 0) return words.say('area.none')
  const [from, to] = [threeFigures(low), threeFigures(high)]
  if (from === to || (high - low) / Math.max(best, 1) < NARROW) {
    return words.say('area.one', { km2: words.number(threeFigures(best)) })
  }
  return words.say('area.band', { low: words.number(from), high: words.number(to) })
}
