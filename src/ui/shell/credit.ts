/** What every map carries, as text: its scale, whose data it is made from, and what it plays first. */

import type { Conflict } from '../../chronicle/conflict.ts'
import { dayOf } from '../../chronicle/day.ts'
import { tileLayers } from '../../chronicle/tiles.ts'
import type { Words } from '../words/words.ts'

/** Longest bar, CSS pixels. */
const LONGEST = 110

/**
 * @param metresPerPixel ground length of one CSS pixel
 * @returns a round length and how long it is drawn
 */
export function scaleBar(metresPerPixel: number): { metres: number; pixels: number } {
  const most = metresPerPixel * LONGEST
  const power = 10 ** Math.floor(Math.log10(most))
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most) ?? power
  return { metres, pixels: metres / metresPerPixel }
}

/** @returns the length of a scale bar in words, such as `50 km`, and how long it is drawn, CSS pixels */
export function scaleText(metresPerPixel: number, words: Words): { text: string; pixels: number } {
  const { metres, pixels } = scaleBar(metresPerPixel)
  const far = metres >= 1000
  const length = words.number(far ? metres / 1000 : metres)
  return { text: words.say(far ? 'scale.km' : 'scale.m', { length }), pixels }
}

export function creditText({ imported, attribution }: Conflict, words: Words): string {
  if (imported) return words.say('credits.imported', { publisher: imported.publisher })
  return attribution ? words.text(attribution) : words.say('credits.natural-earth')
}

/** @returns the same for the map on screen, which may have relief and streets that no picture has */
export function mapCreditText(conflict: Conflict, words: Words): string {
  const tiles = tileLayers(conflict.tiles).map(({ attribution }) => words.text(attribution))
  return [...new Set([creditText(conflict, words), ...tiles])].join(' · ')
}

export function playFirstText({ play: { start, end } }: Pick<Conflict, 'play'>, words: Words): string {
  return words.say('play.first', { range: words.dateRange(dayOf(start), dayOf(end)) })
}
