/**
 * From claims to the history of one cell.
 *
 * Rules, in this order:
 * 1. The cell starts with the holder of the first day (its own baseline claim, else its block's holder).
 * 2. Holding claims are taken in order of their latest day, because only then is the change certain. On the same
 *    day the place's own claim speaks before an area claim, and a small area before a large one.
 * 3. An own claim always applies. An area claim applies only while one of its `from` factions holds the cell, and
 *    not when a later own claim says that this holder lost the cell itself: a named place knows better.
 * 4. Between the earliest and the latest day of a change the cell is `passing`; and on its eve, the day before, when the
 *    one day named is told of an area only, or by one side (grade C) or nobody (D).
 * 5. Doubt (contested claims) lies over the result for its date range; a single-day doubt lasts until the next own
 *    holding claim, at most DOUBT_LAPSES days.
 */
import { STATE, type State } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'
import type { Grade } from '../../chronicle/evidence.ts'
import { betterGrade, lowerGrade } from '../ledger/grade.ts'

/** A doubt that nobody repeats is dropped after this many days. */
export const DOUBT_LAPSES = 7

/** A claim as the timeline needs it. Factions are indexes, -1 for unknown. */
export interface Statement {
  /** index of the claim among all claims */
  claim: number
  own: boolean
  effect: 'hold' | 'doubt'
  earliest: Day
  latest: Day
  /** own claims: the loser, when said; area claims: the factions whose ground is meant */
  from: readonly number[]
  to: number
  /** km² of the area, 0 for a place's own claim */
  size: number
  grade: Grade
}

export interface ClaimedPeriod {
  start: Day
  holder: number
  other: number
  state: State
  grade: Grade
  claims: number[]
}

interface Holding {
  start: Day
  holder: number
  grade: Grade
  claims: number[]
}

/**
 * @param initial holder on the first day, with the claims that say so (none: inferred from the block)
 * @param statements all statements about this cell, any order
 * @param first first day of the range
 * @param last last day of the range, inclusive
 * @returns the history: ascending, first period at `first`, neighbours always differ in holder, other or state
 */
export function historyOf(
  initial: { holder: number; grade: Grade; claims: number[] },
  statements: readonly Statement[],
  first: Day,
  last: Day,
): ClaimedPeriod[] {
  const inRange = statements.filter((s) => s.latest > first && s.earliest <= last)
  const holds = inRange.filter((s) => s.effect === 'hold').sort(inOrderOfCertainty)
  const holdings: Holding[] = [{ start: first, ...initial, claims: [...initial.claims] }]
  const unsettled: Unsettled[] = []
  for (const statement of holds) {
    const current = holdings[holdings.length - 1]
    if (!statement.own && !statement.from.includes(current.holder)) continue
    if (statement.to === current.holder) {
      confirm(current, statement)
      continue
    }
    if (!statement.own && ownClaimKnowsBetter(current.holder, statement, holds)) continue
    const start = firstPossibleDay(current, statement, holds)
    if (statement.latest > last) {
      unsettled.push(passing(start, statement, last + 1))
      continue
    }
    unsettled.push(passing(start, statement, statement.latest))
    const grade = statement.own ? statement.grade : lowerGrade(statement.grade)
    const next = { start: statement.latest, holder: statement.to, grade, claims: [statement.claim] }
    if (current.start === next.start) holdings[holdings.length - 1] = { ...next, claims: [...next.claims] }
    else holdings.push(next)
  }
  const doubts = inRange.filter((s) => s.effect === 'doubt').sort(inOrderOfCertainty)
  for (const doubt of doubts) unsettled.push(...doubtOver(doubt, holdings, holds, last))
  return joined(holdings, unsettled, first, last)
}

function inOrderOfCertainty(a: Statement, b: Statement): number {
  return (
    a.latest - b.latest ||
    Number(b.own) - Number(a.own) ||
    a.size - b.size ||
    a.earliest - b.earliest ||
    a.claim - b.claim
  )
}

/**
 * A later own claim says from whom the place was taken: until then an area claim cannot have taken it. When both
 * speak of the same change and their ranges overlap, there is no quarrel: the area only dates it better.
 */
function ownClaimKnowsBetter(holder: number, area: Statement, holds: readonly Statement[]): boolean {
  const next = holds.find((s) => s.own && s.latest > area.latest)
  if (!next?.from.includes(holder)) return false
  return next.to !== area.to || next.earliest > area.latest
}

function confirm(holding: Holding, statement: Statement): void {
  if (!holding.claims.includes(statement.claim)) holding.claims.push(statement.claim)
  if (statement.own) holding.grade = betterGrade(holding.grade, statement.grade)
}

/** Days on which somebody else has, or may have, ground of the holder too. */
interface Unsettled {
  start: Day
  /** exclusive */
  end: Day
  other: number
  state: State
  claims: number[]
}

/**
 * The first day on which a change may have happened. A day means its end, and what the reports of a morning tell of came
 * about in the night: of a whole area no report says which village came first, and one side alone dates what it gained
 * by its announcement. Of such a change that is dated to one day the day before is in doubt too, unless another claim of
 * the same change dates it well, or the holder had not been there for a day himself. (In the first five test sets three
 * of four statements about such an eve contradicted a map that showed it without doubt.)
 */
function firstPossibleDay(current: Holding, statement: Statement, holds: readonly Statement[]): Day {
  const { earliest, latest, to } = statement
  const eve = earliest - 1
  const wellDated = holds.some((s) => s.to === to && s.latest === latest && s.own && isGood(s.grade))
  return earliest < latest || wellDated || current.start >= eve ? Math.max(earliest, current.start) : eve
}

const isGood = (grade: Grade) => grade === 'A' || grade === 'B'

function passing(start: Day, { to, claim }: Statement, end: Day): Unsettled {
  return { start, end, other: to, state: STATE.passing, claims: [claim] }
}

function doubtOver(
  doubt: Statement,
  holdings: readonly Holding[],
  holds: readonly Statement[],
  last: Day,
): Unsettled[] {
  const decided = holds.find((s) => s.own && s.latest > doubt.earliest)?.latest ?? last + 1
  const lapse = doubt.earliest === doubt.latest ? doubt.earliest + DOUBT_LAPSES : doubt.latest + 1
  const end = Math.min(decided, lapse, last + 1)
  const unsettled: Unsettled[] = []
  for (const [i, holding] of holdings.entries()) {
    const start = Math.max(doubt.earliest, holding.start)
    const stop = Math.min(end, holdings[i + 1]?.start ?? last + 1)
    if (start >= stop) continue
    if (!doubt.own && !doubt.from.includes(holding.holder)) continue
    // A doubt of one day ends when the challenger gets the ground, by whatever claim; where none is named, when anybody does.
    const answered = doubt.to < 0 || holding.holder === doubt.to
    if (doubt.earliest === doubt.latest && answered && holding.start > doubt.earliest) break
    // A doubt that names the holder itself as the challenger means the other side: whoever is said to have had it.
    const other =
      doubt.to !== holding.holder ? doubt.to : (doubt.from.find((f) => f !== holding.holder) ?? -1)
    if (doubt.to === holding.holder && other < 0) continue
    unsettled.push({ start, end: stop, other, state: STATE.contested, claims: [doubt.claim] })
  }
  return unsettled
}

/** Joins holdings and unsettled days, day by day; doubt covers passing, the later one covers the earlier. */
function joined(
  holdings: readonly Holding[],
  unsettled: readonly Unsettled[],
  first: Day,
  last: Day,
): ClaimedPeriod[] {
  const cuts = new Set<Day>([first])
  for (const { start } of holdings) cuts.add(start)
  for (const { start, end } of unsettled) cuts.add(Math.max(first, start)).add(Math.max(first, end))
  const history: ClaimedPeriod[] = []
  for (const start of [...cuts].filter((day) => day <= last).sort((a, b) => a - b)) {
    const holding = holdings.findLast((h) => h.start <= start) ?? holdings[0]
    const over = unsettled.filter(
      (one) => one.start <= start && start < one.end && one.other !== holding.holder,
    )
    const top = over.findLast((one) => one.state === STATE.contested) ?? over.at(-1)
    const agreeing = over.filter((one) => one.state === top?.state && one.other === top.other)
    const period: ClaimedPeriod = {
      start,
      holder: holding.holder,
      other: top ? top.other : -1,
      state: top ? top.state : STATE.held,
      grade: holding.grade,
      claims: [...new Set([...agreeing.flatMap((one) => one.claims), ...holding.claims])],
    }
    const before = history.at(-1)
    if (
      before &&
      before.holder === period.holder &&
      before.other === period.other &&
      before.state === period.state
    ) {
      before.claims = [...new Set([...before.claims, ...period.claims])]
    } else history.push(period)
  }
  return history
}
