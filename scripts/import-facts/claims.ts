/** From fact rows to claims: one statement about one place, joined when two files say the same, with a verdict. */

import type { PlaceBook } from './places.ts'
import { type Cells, type FactRow, groupBy, list, readCsv } from './rows.ts'
import type { SourceRegistry } from './sources.ts'

export interface Claim {
  id: string
  place: string
  earliest: string
  latest: string
  event: string
  from: string
  to: string
  verdict: string
  reason_en: string
  reason_ar: string
  conflicts: string[]
  sources: string[]
  confidence: string
  note: string
  file: string
}

/** Events that say who holds a place afterwards. */
export const HOLDING = new Set(['baseline', 'captured', 'recaptured', 'withdrawn', 'handover', 'uprising'])
/** Actors that have posts but hold no ground. */
const POSITION_ONLY = new Set(['RUS', 'USA', 'TUR', 'IRN'])

/** @returns claims of one row: one for each place that it speaks of */
export function claimsOf(row: FactRow, book: PlaceBook, sources: SourceRegistry): Claim[] {
  const places = book.placesOf(row)
  const ids = sources.idsFor(row.sources, `${row.earliest} ${row.name} ${row.note}`)
  const positional = POSITION_ONLY.has(row.to) || (POSITION_ONLY.has(row.from) && row.to === '')
  const leftByPosition = POSITION_ONLY.has(row.from) && row.event !== 'attack'
  let event = HOLDING.has(row.event) && (positional || leftByPosition) ? 'post' : row.event
  const to = row.to === 'OTHER' ? '' : row.to
  if (event === 'contested' && (row.from === row.to || row.to === '')) {
    // The holder stays: fighting or presence that moved nothing. Real contests name a challenger (verdicts.csv).
    if (POSITION_ONLY.has(row.from)) event = 'post'
    else
      event = /clash|fight|attack|mortar|rocket|shell|losses|pushed back/i.test(row.note)
        ? 'attack'
        : 'entered'
  } else if (event === 'contested' && POSITION_ONLY.has(to)) event = 'attack'
  return places.map((place, index) => ({
    id: index === 0 ? row.id : `${row.id}${'abcdefghij'[index]}`,
    place,
    earliest: row.earliest,
    latest: row.latest,
    event,
    from: row.from === 'OTHER' ? '' : row.from,
    to,
    verdict: '',
    reason_en: '',
    reason_ar: '',
    conflicts: row.conflicts,
    sources: ids,
    confidence: row.confidence,
    note: row.note,
    file: row.file,
  }))
}

const CONFIDENCE = ['confirmed', 'likely', 'claimed', 'disputed']
const DAY_MS = 86_400_000
const daysApart = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / DAY_MS)

/**
 * Joins statements that say the same of the same place: holder afterwards equal, days at most one apart, nothing else
 * between them. The first id stays; the others are named in the note.
 * @param apart ids that must not be joined
 * @returns the joined claims and a map from joined ids to the id that stays
 */
export function joinClaims(
  claims: Claim[],
  apart: Set<string>,
): { claims: Claim[]; joined: Map<string, string> } {
  const joined = new Map<string, string>()
  const byPlace = groupBy(claims, (claim) => claim.place)
  const kept: Claim[] = []
  for (const group of byPlace.values()) {
    const inOrder = [...group].sort(
      (a, b) => a.earliest.localeCompare(b.earliest) || a.latest.localeCompare(b.latest),
    )
    let last: Claim | null = null
    for (const claim of inOrder) {
      if (!HOLDING.has(claim.event)) {
        kept.push(claim)
        continue
      }
      if (last && !apart.has(claim.id) && sameStatement(last, claim)) {
        absorb(last, claim)
        joined.set(claim.id, last.id)
        continue
      }
      kept.push(claim)
      // A doubtful statement does not part two others that agree.
      if (!last || !['claimed', 'disputed'].includes(claim.confidence)) last = claim
    }
  }
  return { claims: kept, joined }
}

function sameStatement(a: Claim, b: Claim): boolean {
  if (a.to !== b.to || (a.event === 'baseline') !== (b.event === 'baseline')) return false
  if ((a.confidence === 'disputed') !== (b.confidence === 'disputed')) return false
  if (a.from !== b.from && a.from !== '' && b.from !== '') return false
  const gap = Math.min(
    Math.abs(daysApart(a.earliest, b.earliest)),
    Math.max(0, daysApart(a.latest, b.earliest)),
  )
  return gap <= 1
}

function absorb(kept: Claim, other: Claim): void {
  const oneDay = [kept, other].find((claim) => claim.earliest === claim.latest)
  const [first, last] = [kept, other].map((claim) => [claim.earliest, claim.latest])
  if (
    oneDay &&
    first[0] <= oneDay.earliest &&
    last[0] <= oneDay.earliest &&
    first[1] >= oneDay.latest &&
    last[1] >= oneDay.latest
  ) {
    // A day inside the other's range settles it.
    kept.earliest = kept.latest = oneDay.earliest
  } else {
    kept.earliest = [first[0], last[0]].sort()[0]
    kept.latest = [first[1], last[1]].sort()[1]
  }
  kept.from ||= other.from
  kept.sources = [...new Set([...kept.sources, ...other.sources])]
  kept.conflicts = [...new Set([...kept.conflicts, ...other.conflicts])]
  if (CONFIDENCE.indexOf(other.confidence) < CONFIDENCE.indexOf(kept.confidence))
    kept.confidence = other.confidence
  kept.note = [kept.note, `also ${other.id}${other.note ? `: ${other.note}` : ''}`]
    .filter(Boolean)
    .join(' | ')
}

/** Conflicts point at the ids that stay, both ways; ids of other kinds of records are left out. */
export function settleConflicts(claims: Claim[], joined: Map<string, string>, others: Set<string>): void {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const stays = (id: string) => joined.get(id) ?? id
  for (const claim of claims) {
    const ids = claim.conflicts.map(stays).filter((id) => id !== claim.id && (byId.has(id) || others.has(id)))
    claim.conflicts = [...new Set(ids)]
  }
  for (const claim of claims) {
    for (const id of claim.conflicts) {
      const other = byId.get(id)
      if (other && !other.conflicts.includes(claim.id)) other.conflicts.push(claim.id)
    }
  }
  for (const claim of claims) claim.conflicts.sort()
}

const REASONS = {
  supported: [
    'Better supported than the statements that say otherwise.',
    'مدعوم بشكل أفضل من الروايات التي تقول خلاف ذلك.',
  ],
  doubted: [
    'Reported by one side or one source only; another report says otherwise.',
    'أورده طرف واحد أو مصدر واحد فقط، وتقول رواية أخرى خلاف ذلك.',
  ],
  unsupported: [
    'Disputed when it was made and not borne out by what other sources report of the following days.',
    'كان موضع خلاف عند صدوره ولم تؤكده المصادر الأخرى في الأيام التالية.',
  ],
  symbolic: [
    'Describes a wider area or a count; its point stands for no ground of its own.',
    'يصف منطقة أوسع أو تعدادًا، ولا تمثل نقطته أرضًا بعينها.',
  ],
} as const

/** The first verdict by rule; decisions by hand follow. */
export function judge(claims: Claim[], book: PlaceBook): void {
  for (const claim of claims) {
    const wide = (book.places.get(claim.place)?.precision ?? 0) >= 20_000
    const holds = HOLDING.has(claim.event) || claim.event === 'contested'
    if (wide && holds) set(claim, 'rejected', 'symbolic')
    else if (claim.confidence === 'disputed') set(claim, 'rejected', 'unsupported')
    else if (claim.confidence === 'claimed' && claim.conflicts.length) set(claim, 'contested', 'doubted')
    else if (claim.conflicts.length) set(claim, 'accepted', 'supported')
    else claim.verdict = 'accepted'
  }
}

function set(claim: Claim, verdict: string, reason: keyof typeof REASONS): void {
  claim.verdict = verdict
  ;[claim.reason_en, claim.reason_ar] = REASONS[reason]
}

/**
 * Decisions by hand: a CSV with `id` and any of `event, from, to, earliest, latest, verdict, reason_en, reason_ar,
 * conflicts, note`. Filled cells overwrite; `-` empties; `conflicts` and `note` are added to.
 */
export function readDecisions(path: string): Map<string, Cells> {
  return new Map(readCsv(path).map((cells) => [cells.id, cells]))
}

const PLAIN = ['event', 'from', 'to', 'earliest', 'latest', 'verdict', 'reason_en', 'reason_ar'] as const

/** Applies the cells that do not depend on joining (day, event, holders) or all cells. */
export function decide(claims: Claim[], decisions: Map<string, Cells>): void {
  for (const claim of claims) {
    const cells = decisions.get(claim.id)
    if (!cells) continue
    for (const key of PLAIN) if (cells[key]) claim[key] = cells[key] === '-' ? '' : cells[key]
    for (const id of list(cells.conflicts)) if (!claim.conflicts.includes(id)) claim.conflicts.push(id)
    if (cells.note && !claim.note.includes(cells.note))
      claim.note = [claim.note, cells.note].filter(Boolean).join(' | ')
  }
}
