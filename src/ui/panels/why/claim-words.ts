/** What a claim, a stretch of a history and a publication say, in the reader's words. */
import { STATE } from '../../../chronicle/atlas.ts'
import type { Faction } from '../../../chronicle/conflict.ts'
import { nameOn } from '../../../chronicle/conflict.ts'
import { type Day, dayOf, parseDay } from '../../../chronicle/day.ts'
import type { ClaimRecord, EvidenceFile, SourceRecord } from '../../../chronicle/evidence.ts'
import type { ExplainedPeriod } from '../../../chronicle/explain.ts'
import type { Text } from '../../../chronicle/text.ts'
import type { MessageId, Words } from '../../words/words.ts'

const EVENTS = new Set([
  'attack',
  'baseline',
  'besieged',
  'captured',
  'contested',
  'entered',
  'handover',
  'held',
  'incursion',
  'massacre',
  'political',
  'post',
  'recaptured',
  'uprising',
  'withdrawn',
])
/** Events that say who held the ground before and who after. */
const CHANGES = new Set([
  'baseline',
  'captured',
  'contested',
  'handover',
  'held',
  'recaptured',
  'uprising',
  'withdrawn',
])

/** @returns the kind of event in one or two words; the word of the data when it is a new one */
export function eventWord(event: string, words: Words): string {
  return EVENTS.has(event) ? words.say(`event.${event}` as MessageId) : event
}

/** @returns `6 December 2024`, or the range of days within which it happened */
export function claimDate(
  { earliest, latest, event, scope }: Pick<ClaimRecord, 'earliest' | 'latest' | 'event' | 'scope'>,
  words: Words,
): string {
  const [from, to] = [dayOf(earliest), dayOf(latest)]
  if (from === to) return words.date(to)
  const lasts = event === 'contested' && scope === 'area'
  return words.say(lasts ? 'why.date-range' : 'why.date-some', { from: words.date(from), to: words.date(to) })
}

/** Who took part. `change`: ground passed from some to one; `named`: factions that the report names, in no role. */
export type Parties =
  | { kind: 'change'; from: string[]; to: string | null }
  | { kind: 'named'; names: string[] }

/** The map shows who held a place; it does not attribute killings. So these name nobody. */
const UNATTRIBUTED = new Set(['massacre'])

export function partiesOf({ event, from, to }: Pick<ClaimRecord, 'event' | 'from' | 'to'>): Parties {
  if (CHANGES.has(event)) return { kind: 'change', from, to }
  if (UNATTRIBUTED.has(event)) return { kind: 'named', names: [] }
  return { kind: 'named', names: [...new Set([...from, ...(to ? [to] : [])])] }
}

/**
 * @param otherName in the genitive
 * @returns the state of ground in words, naming the other side
 */
export function stateWords(
  { state, other }: Pick<ExplainedPeriod, 'state' | 'other'>,
  otherName: string | null,
  words: Words,
): string {
  if (state === STATE.held) return words.say('why.state.held')
  const known = other >= 0 && otherName !== null
  if (state === STATE.contested) {
    return known
      ? words.say('why.state.contested', { other: otherName })
      : words.say('why.state.contested-unknown')
  }
  return known ? words.say('why.state.passing', { other: otherName }) : words.say('why.state.passing-unknown')
}

/** @returns short name of a faction on a day; its id when it is not in factions.json */
export function shortName(
  factions: readonly Faction[],
  id: string,
  day: Day,
  words: Words,
  form: 'short' | 'genitive' = 'short',
): string {
  const faction = factions.find((entry) => entry.id === id)
  return faction ? nameOn(faction, day, words.language, form) : id
}

/** @returns name of the place or area that a claim is about */
export function aboutName(
  { about, scope }: Pick<ClaimRecord, 'about' | 'scope'>,
  evidence: EvidenceFile,
  words: Words,
): string {
  const list: readonly { id: string; name: Text }[] = scope === 'place' ? evidence.places : evidence.areas
  const found = list.find(({ id }) => id === about)
  return found ? words.text(found.name) : about
}

/** @returns day, month or year of publication, as exact as the record has it; `null` when it has none */
export function publicationDate(date: string | null, words: Words): string | null {
  if (!date) return null
  const day = parseDay(date)
  if (day !== null) return words.date(day)
  const month = parseDay(`${date}-01`)
  if (month !== null) return words.month(month, 'long', true)
  return /^\d{4}$/.test(date) ? date : null
}

const KINDS = new Set([
  'agency',
  'newspaper',
  'monitor',
  'official',
  'local-media',
  'encyclopedia',
  'research',
  'blog',
  'map',
])

/** @returns what is known of a publication besides its name: kind, date, language, whom it is aligned with */
export function publicationFacts(
  { kind, date, language, stance }: Pick<SourceRecord, 'kind' | 'date' | 'language' | 'stance'>,
  factions: readonly Faction[],
  day: Day,
  words: Words,
): string[] {
  const facts = [KINDS.has(kind) ? words.say(`source.${kind}` as MessageId) : kind]
  facts.push(publicationDate(date, words) ?? words.say('source.undated'))
  facts.push(words.languageName(language))
  if (stance.length > 0) {
    const names = stance.map((id) => shortName(factions, id, day, words, 'genitive'))
    facts.push(words.say('source.aligned', { factions: words.list(names) }))
  }
  return facts
}
