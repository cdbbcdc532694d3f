import { DAYS_PER_SECOND } from '../../clock/index.ts'
import type { Words } from '../words/words.ts'

const FRACTIONS: Record<number, string> = { 0.25: '¼', 0.5: '½' }

/** @returns `¼×` */
export function factorText(factor: number, words: Words): string {
  return words.say('dock.speed-option', { factor: FRACTIONS[factor] ?? words.number(factor) })
}

/** @returns `1× · 2 days a second` */
export function speedText(factor: number, words: Words): string {
  return `${factorText(factor, words)} · ${words.say('playback.pace', { days: factor * DAYS_PER_SECOND })}`
}
