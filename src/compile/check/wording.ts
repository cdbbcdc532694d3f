/**
 * Rules on who says what, and in which words: no certainty on the word of one side, no verdict that a statement of a
 * founding document contradicts, no name before its time.
 */
import { type Day, dayOf, isoOf, parseDay } from '../../chronicle/day.ts'
import { EVENT_KINDS } from '../../chronicle/events.ts'
import type { SourceRecord } from '../../chronicle/evidence.ts'
import { textIn, textsOf } from '../../chronicle/text.ts'
import { effectOf } from '../ledger/effects.ts'
import type { Folder } from '../read/folder.ts'
import { type AreaClaim, allClaims, type Claim, type Dataset, type Origin } from '../read/model.ts'
import { error, type Problem } from '../read/problem.ts'
import { type Row, readTable } from '../read/tables.ts'
import { bareAddress, publicationTwice, stanceDiffers, stanceMissing } from './publications.ts'

/** What these rules look at: the dataset, and the tables that it does not hold. */
export interface Told {
  dataset: Dataset
  /** rows of events/events.csv */
  events: readonly Row[]
  /** rows of statements.csv */
  statements: readonly Row[]
}

export type WordingRule = (told: Told) => Generator<Problem>

const publications = (ids: readonly string[], { sources }: Dataset): SourceRecord[] =>
  ids.flatMap((id) => sources.get(id) ?? []).filter(({ kind }) => kind !== 'none')

/** @returns the factions that every one of these publications is aligned with; empty when one is free or they check each other */
function camp(found: readonly SourceRecord[]): string[] {
  const [first, ...rest] = found
  return first?.stance.filter((side) => rest.every(({ stance }) => stance.includes(side))) ?? []
}

/** A claim that gives ground needs a publisher beside the side that gains; any other needs two camps, or a free one. */
function restsOnOneSide(claim: Claim | AreaClaim, dataset: Dataset): boolean {
  const sides = camp(publications(claim.sources, dataset))
  const givesGround = 'area' in claim || effectOf(claim, () => true) === 'hold'
  return givesGround && claim.to ? sides.includes(claim.to) : sides.length > 0
}

/** `confirmed` on the word of one side. A party confirms its own statement. */
export function* confirmedByOneSide({ dataset, events }: Told) {
  const say = (id: string, sides: string[]) =>
    `${id} is "confirmed", but all its sources are aligned with ${sides.join(', ')}: find a free one, or call it likely`
  for (const claim of allClaims(dataset)) {
    if (claim.confidence !== 'confirmed' || claim.verdict === 'rejected') continue
    if (restsOnOneSide(claim, dataset))
      yield error('confirmed-by-one-side', claim, say(claim.id, camp(publications(claim.sources, dataset))))
  }
  for (const event of events) {
    if (event.get('confidence') !== 'confirmed' || event.get('verdict') === 'rejected') continue
    const sides = camp(publications(event.list('sources'), dataset))
    const ownWords =
      event.get('kind') === 'statement' && sides.some((id) => event.list('factions').includes(id))
    if (sides.length > 0 && !ownWords)
      yield error('confirmed-by-one-side', event, say(event.get('id'), sides))
  }
}

/** What a doubted statement alone carries cannot be accepted. */
export function* acceptedThoughDoubted({ dataset, events, statements }: Told) {
  const rows = new Map<string, Origin & { verdict: string; sources: string[] }>()
  for (const claim of allClaims(dataset)) rows.set(claim.id, claim)
  for (const event of events) {
    const { file, line } = event
    rows.set(event.get('id'), { file, line, verdict: event.get('verdict'), sources: event.list('sources') })
  }
  for (const statement of statements) {
    if (statement.get('verdict') === 'accepted') continue
    for (const id of statement.list('rows')) {
      const row = rows.get(id)
      if (row?.verdict !== 'accepted' || row.sources.some((source) => source !== statement.get('source')))
        continue
      yield error(
        'accepted-though-doubted',
        row,
        `${id} is accepted on "${statement.get('source')}" alone, but ${statement.file}:${statement.line} calls what it says ${statement.get('verdict')}`,
      )
    }
  }
}

export function* statementWithoutVerdict({ statements }: Told) {
  for (const statement of statements) {
    if (!['accepted', 'contested', 'rejected'].includes(statement.get('verdict')))
      yield error(
        'verdict-missing',
        statement,
        `expected accepted, contested or rejected, got "${statement.get('verdict')}"`,
      )
  }
}

const lastDayOf = (event: Row): Day | null => parseDay(event.get('date_end') || event.get('date'))

/** A name, without brackets and apart from what stands in them: "Local forces (National Guard)" is two. */
const namesIn = (text: string) =>
  text
    .split(/[()]/)
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean)

/** An event that calls a faction by a name that it took only later. */
export function* nameBeforeItsTime({ dataset, events }: Told) {
  const later = dataset.factions.flatMap(({ id, names }) =>
    names.flatMap((name, i) => {
      if (name.from === null || i === 0) return []
      const before = names.slice(0, i).flatMap((one) => [...textsOf(one.name), ...textsOf(one.short)])
      const known = before.join(' | ').toLowerCase()
      const fresh = [...textsOf(name.name), ...textsOf(name.short)]
        .flatMap(namesIn)
        .filter((one) => !known.includes(one))
      return [...new Set(fresh)].map((word) => ({ id, word, from: dayOf(name.from as string) }))
    }),
  )
  for (const event of events) {
    const last = lastDayOf(event)
    if (last === null) continue
    const text = [...textsOf(event.text('title')), ...textsOf(event.text('summary'))]
      .join(' | ')
      .toLowerCase()
    for (const { id, word, from } of later) {
      if (last < from && text.includes(word))
        yield error(
          'name-before-its-time',
          event,
          `${event.get('id')} calls ${id} "${word}", its name only from ${isoOf(from)}`,
        )
    }
  }
}

/** An event with a faction that had ended. */
export function* factionAfterItsEnd({ dataset, events }: Told) {
  const ends = new Map(
    dataset.factions.flatMap(({ id, dissolved }) => (dissolved ? [[id, dayOf(dissolved)] as const] : [])),
  )
  for (const event of events) {
    const first = parseDay(event.get('date'))
    for (const id of event.list('factions')) {
      const end = ends.get(id)
      if (first !== null && end !== undefined && first > end)
        yield error(
          'faction-no-longer-exists',
          event,
          `${event.get('id')} names ${id}, which ended on ${isoOf(end)}`,
        )
    }
  }
}

export function* unknownEventKind({ events }: Told) {
  for (const event of events) {
    if (!(EVENT_KINDS as readonly string[]).includes(event.get('kind')))
      yield error(
        'unknown-event-kind',
        event,
        `"${event.get('kind')}" is not one of ${EVENT_KINDS.join(', ')}`,
      )
  }
}

/** A killing that one publisher alone reports, and that is doubted, is a report. */
export function* killingOnOneReport({ dataset, events }: Told) {
  for (const event of events) {
    if (event.get('kind') !== 'massacre' || event.get('verdict') !== 'contested') continue
    const publishers = new Set(publications(event.list('sources'), dataset).map(({ publisher }) => publisher))
    if (publishers.size < 2)
      yield error(
        'killing-on-one-report',
        event,
        `${event.get('id')} is contested and rests on ${[...publishers].join() || 'no publication'} alone: its kind is "statement"`,
      )
  }
}

/** Words of what happened, which no place is called by. */
const HAPPENING =
  /\b(announced|asks|renewed|vacated|planned|reported|repelled|visit|clashes|strikes?|offensive|operation|count of|demand for)\b/i

/** An event is no place: what happened belongs in the claim, the place is where it happened. */
export function* eventAsPlace({ dataset }: Told) {
  for (const place of dataset.places.values()) {
    const { text } = textIn(place.name)
    if (HAPPENING.test(text))
      yield error('event-as-place', place, `"${text}" tells what happened: name where it is`)
  }
}

export const WORDING_RULES: readonly WordingRule[] = [
  confirmedByOneSide,
  acceptedThoughDoubted,
  statementWithoutVerdict,
  nameBeforeItsTime,
  factionAfterItsEnd,
  unknownEventKind,
  killingOnOneReport,
  stanceMissing,
  stanceDiffers,
  bareAddress,
  publicationTwice,
  eventAsPlace,
]

/** @returns all problems of the wording, in the order of the rules */
export function checkWording(folder: Folder, dataset: Dataset): Problem[] {
  const problems: Problem[] = []
  const rows = (file: string) => readTable(folder, file, ['verdict'], problems)
  const told = { dataset, events: rows('events/events.csv'), statements: rows('statements.csv') }
  return [...problems, ...WORDING_RULES.flatMap((rule) => [...rule(told)])]
}
