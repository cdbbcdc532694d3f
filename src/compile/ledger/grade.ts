/**
 * Grades, computed and never typed by hand (the rule in words: geodata/README.md).
 *
 * A  two or more independent publishers, at least one of them neutral or speaking against its own side, day known
 * B  one such publisher, or two publishers aligned with different sides
 * C  only publishers aligned with the side that gains, or a date uncertain by more than a week
 * D  no publication was found
 *
 * A publication that the second reading did not find again does not count beside others; alone, it still counts, one
 * step lower. One that was read again and says otherwise never counts.
 */
import type { Grade, Reading, SourceRecord } from '../../chronicle/evidence.ts'

/** A date range longer than this is too vague for A or B (days). */
const VAGUE = 7

export interface Gradable {
  earliest: number
  latest: number
  to: string | null
  sources: readonly string[]
  readings?: readonly Reading[]
}

/** @param sources all sources by id; unknown ids count as no publication */
export function gradeOf(claim: Gradable, sources: ReadonlyMap<string, SourceRecord>): Grade {
  const result = new Map((claim.readings ?? []).map(({ source, result }) => [source, result]))
  const published = claim.sources
    .flatMap((id) => sources.get(id) ?? [])
    .filter(({ id, kind }) => kind !== 'none' && result.get(id) !== 'contradicted')
  const standing = published.filter(({ id }) => result.get(id) !== 'not-found')
  return standing.length > 0 ? gradeBy(standing, claim) : lowerGrade(gradeBy(published, claim))
}

function gradeBy(found: readonly SourceRecord[], claim: Gradable): Grade {
  if (found.length === 0) return 'D'
  if (claim.latest - claim.earliest > VAGUE) return 'C'
  const free = found.filter((source) => claim.to === null || !source.stance.includes(claim.to))
  const publishers = new Set(found.map((source) => source.publisher))
  if (free.length > 0) return publishers.size >= 2 && claim.latest - claim.earliest <= 1 ? 'A' : 'B'
  // All speak for the side that gains: two of them that also serve different masters still check each other.
  const sides = new Set(found.map((source) => [...source.stance].sort().join('+')))
  return publishers.size >= 2 && sides.size >= 2 ? 'B' : 'C'
}

const ORDER: Grade[] = ['A', 'B', 'C', 'D']

/** The better of two grades. */
export const betterGrade = (a: Grade, b: Grade): Grade => (ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b)

/** One step lower; ground that only an area claim speaks for is known less well than a named place. */
export const lowerGrade = (grade: Grade): Grade => ORDER[Math.min(ORDER.indexOf(grade) + 1, 3)]
