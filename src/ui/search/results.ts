/** Results as rows: what they are called, what stands under the name. */

import { nameOn } from '../../chronicle/conflict.ts'
import type { Day } from '../../chronicle/day.ts'
import { type Text, textIn } from '../../chronicle/text.ts'
import type { App } from '../context.tsx'
import type { MessageId } from '../words/words.ts'
import type { Found } from './search-index.ts'

export type Result = Found | { kind: 'date'; day: Day }

export interface ResultRow {
  id: string
  result: Result
  name: string
  /** in another language, where it has a name of its own there */
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
  const both = (text: Text) => {
    const { text: name, language } = textIn(text, words.language)
    const { [language]: _, ...others } = text
    const other = textIn(others).text
    return { name, other: other && other !== name ? other : null }
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
      const { id, name, kind, governorate } = result.place
      const where = governorates.find((one) => one.id === governorate)
      const what = PLACE_KINDS.includes(kind) ? words.say(`place.kind.${kind}` as MessageId) : kind
      const facts = [what, where && words.text(where.name)].filter(Boolean).join(' · ')
      return { id: `place:${id}`, result, ...both(name), facts }
    }
    case 'town': {
      const { id, town } = result
      const [name] = town
      // Not its coordinates: several places can share them, and rows with one id are drawn wrong.
      return { id, result, ...both(name), facts: words.say('search.kind.town') }
    }
    case 'event': {
      const { id, title } = result.event
      const facts = [
        words.say('search.kind.event'),
        words.dateRange(result.event.start, result.event.end),
      ].join(' · ')
      return { id: `event:${id}`, result, name: words.text(title), other: null, facts }
    }
    case 'site': {
      const { site, name, faction, start } = result.position
      const whose = factions.find(({ id }) => id === faction)
      const facts = [words.say('search.kind.site'), whose && nameOn(whose, start, words.language, 'posts')]
      return { id: `site:${site}`, result, ...both(name), facts: facts.filter(Boolean).join(' · ') }
    }
    case 'governorate': {
      const { id, name } = result.governorate
      return {
        id: `governorate:${id}`,
        result,
        ...both(name),
        facts: words.say('search.kind.governorate'),
      }
    }
  }
}
