import type { Score } from '../../../chronicle/score.ts'
import type { Text } from '../../../chronicle/text.ts'
import { fetchOnce } from '../../data/load.ts'

/** As in geodata/weaknesses.json. */
export interface Weaknesses {
  stretches: { name: Text; when: Text; km: [from: number, to: number]; why: Text; link?: string }[]
  notes: { title: Text; text: Text; link?: string }[]
}

/** As in geodata/corrections.json. */
export interface Correction {
  date: string
  what: Text
  why: Text
  ids: string[]
}

export const loadWeaknesses = fetchOnce<Weaknesses>('weaknesses.json')
export const loadCorrections = fetchOnce<Correction[]>('corrections.json')
/** As in geodata/about.json: what is said of this conflict, and of nothing else. */
export interface About {
  /** how boundaries are drawn */
  boundaries?: Text
  /** whose data the map is made from */
  credits?: { name: string; licence: string; what: Text }[]
  /** licence of the data */
  licence?: Text
  /** names of the regions that the score is counted by */
  regions?: Record<string, Text>
  searchExamples?: Text
}
export const loadAbout = fetchOnce<About>('about.json')

/** As in geodata/atlas/score.json; null where there is no test set. */
export const loadScore = fetchOnce<(Score & { date: string }) | null>('atlas/score.json')
