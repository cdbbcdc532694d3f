import type { Score } from '../../../chronicle/score.ts'
import { fetchJson } from '../../data/load.ts'

export interface Both {
  en: string
  ar: string
}

/** As in geodata/weaknesses.json. */
export interface Weaknesses {
  stretches: { name: Both; when: Both; km: [from: number, to: number]; why: Both; link?: string }[]
  notes: { title: Both; text: Both; link?: string }[]
}

/** As in geodata/corrections.json. */
export interface Correction {
  date: string
  what: Both
  why: Both
  ids: string[]
}

/** @returns a loader that fetches once, and again after a failure */
function once<T>(file: string): () => Promise<T> {
  let arriving: Promise<T> | null = null
  return () => {
    arriving ??= fetchJson<T>(file).catch((error) => {
      arriving = null
      throw error
    })
    return arriving
  }
}

export const loadWeaknesses = once<Weaknesses>('weaknesses.json')
export const loadCorrections = once<Correction[]>('corrections.json')
/** As in geodata/atlas/score.json; null where there is no test set. */
export const loadScore = once<(Score & { date: string }) | null>('atlas/score.json')
