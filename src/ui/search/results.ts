/** Results as rows: what they are called, what stands under the name. */

import { nameOn } from '../../chronicle/conflict.ts'
import type { Day } from '../../chronicle/day.ts'
import type { App } from '../context.tsx'
import { daysText } from '../map/days-text.ts'
import type { MessageId } from '../words/words.ts'
import type { Found } from './search-index.ts'

export type Result = Found | { kind: 'date'; day: Day }

export interface ResultRow {
  id: string
  result: Result
  name: string
  /** in the other script, where there is one */
  other: string | null
  facts: string
}

type Context = Pick<App, 'words' | 'factions' | 'governorates'>

const PLACE_KINDS = ['city', 'town', 'village', 'quarter', 'base', 'hill', 'dam', 'crossing', 'field', 'site']

/** @param sentence what happened on a day */
export function rowOf(
  result: Result,
  { words, factions, governorates }: Context,
  sentence: (day: Day) => string,
): ResultRow {
  const both = (english: string, arabic: string | null) => {
    const [name, other] = words.pick([english, arabic], [arabic || english, arabic ? english : null])
    return { name: name as string, other: other && other !== name ? other : null }
  }
  switch (result.kind) {
    case 'date':
      return {
        id: `date:${result.day}`,
        result,
        name: words.dateLong(result.day),
        other: null,
        facts: sentence(result.day),
      }
    case 'place': {
      const { id, name, name_ar, kind, governorate } = result.place
      const where = governorates.find((one) => one.id === governorate)
      const what = PLACE_KINDS.includes(kind) ? words.say(`place.kind.${kind}` as MessageId) : kind
      const facts = [what, where && words.pick(where.name, where.name_ar)].filter(Boolean).join(' · ')
      return { id: `place:${id}`, result, ...both(name, name_ar), facts }
    }
    case 'town': {
      const [name, nameAr, lon, lat] = result.town
      return { id: `town:${lon},${lat}`, result, ...both(name, nameAr), facts: words.say('search.kind.town') }
    }
    case 'event': {
      const { id, title_en, title_ar } = result.event
      const facts = [words.say('search.kind.event'), daysText(result.event, words)].join(' · ')
      return { id: `event:${id}`, result, name: words.pick(title_en, title_ar), other: null, facts }
    }
    case 'site': {
      const { site, name, name_ar, faction, start } = result.position
      const whose = factions.find(({ id }) => id === faction)
      const facts = [words.say('search.kind.site'), whose && nameOn(whose, start, words.language, 'posts')]
      return { id: `site:${site}`, result, ...both(name, name_ar), facts: facts.filter(Boolean).join(' · ') }
    }
    case 'governorate': {
      const { id, name, name_ar } = result.governorate
      return {
        id: `governorate:${id}`,
        result,
        ...both(name, name_ar),
        facts: words.say('search.kind.governorate'),
      }
    }
  }
}
