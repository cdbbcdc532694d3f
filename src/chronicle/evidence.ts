/**
 * The evidence: why ground is coloured as it is. One record a site (the point that stands for a cell), with the
 * claims behind every period of its history. Made of what the compiler stores (evidence-records.ts), loaded when a
 * reader asks.
 */
import { assertShape, day, listOf, maybe, nullOr, number, record, text, texts, tuple } from './shape.ts'
import type { Text } from './text.ts'

export const EVIDENCE_FORMAT = 'front-evidence'
export const EVIDENCE_VERSION = 3

export type Grade = 'A' | 'B' | 'C' | 'D'
export type Verdict = 'accepted' | 'contested' | 'rejected'

/** What the second reading of a publication found: the page itself or an excerpt of it says so, it was not found, it says otherwise. */
export type ReadingResult = 'read' | 'excerpt' | 'not-found' | 'contradicted'

/** One publication looked up again to see whether it says what a claim says. */
export interface Reading {
  source: string
  /** day of the look, `YYYY-MM-DD` */
  date: string
  result: ReadingResult
}

export interface SourceRecord {
  id: string
  publisher: string
  title: string | null
  date: string | null
  url: string | null
  language: string
  kind: string
  stance: string[]
  note: string
}

export interface PlaceRecord {
  id: string
  name: Text
  variants: string[]
  kind: string
  governorate: string
  /** degrees, lon then lat */
  lon: number
  lat: number
  precision_m: number
  /** index of the face that contains it, -1 when it does not stand for ground of its own */
  face: number
  /** indexes into `claims`, ascending by date: everything said about this place */
  claims: number[]
}

/** What an editor decided about a claim, and on what it rests. */
export interface Judgement {
  verdict: Verdict
  /** why the editor decided so; empty where nothing needs saying */
  reason: Text
  /** ids of claims that say otherwise */
  conflicts: string[]
  /** source ids */
  sources: string[]
  /** absent when nobody looked the publications up again */
  readings?: Reading[]
  confidence: string
  note: string
}

export interface ClaimRecord extends Judgement {
  id: string
  /** place id or area id */
  about: string
  scope: 'place' | 'area'
  earliest: string
  latest: string
  event: string
  from: string[]
  to: string | null
  grade: Grade
}

/** Events of claims that move no ground but say that `to` was inside the place: on the latest day, of a post from then on. */
export const PLACES_INSIDE: ReadonlySet<string> = new Set(['entered', 'post'])

/** The point that stands for a cell. */
export interface SiteRecord {
  /** degrees, lon then lat */
  lon: number
  lat: number
  /** index into `AtlasFile.faces` */
  face: number
  /** place id, or null for open ground that no place speaks for */
  place: string | null
  /** [days since start, holder index, other index or -1, state, grade, claim indexes] */
  history: [offset: number, holder: number, other: number, state: number, grade: Grade, claims: number[]][]
}

export interface EvidenceFile {
  format: typeof EVIDENCE_FORMAT
  version: number
  sites: SiteRecord[]
  places: PlaceRecord[]
  claims: ClaimRecord[]
  sources: SourceRecord[]
  areas: { id: string; name: Text }[]
}

const SHAPE = record({
  sites: listOf(
    record({
      lon: number,
      lat: number,
      face: number,
      place: nullOr(text),
      history: listOf(tuple(number, number, number, number, text, listOf(number))),
    }),
  ),
  places: listOf(
    record({
      id: text,
      name: texts,
      variants: listOf(text),
      kind: text,
      governorate: text,
      lon: number,
      lat: number,
      precision_m: number,
      face: number,
      claims: listOf(number),
    }),
  ),
  claims: listOf(
    record({
      id: text,
      about: text,
      scope: text,
      earliest: day,
      latest: day,
      event: text,
      from: listOf(text),
      to: nullOr(text),
      verdict: text,
      grade: text,
      reason: texts,
      conflicts: listOf(text),
      sources: listOf(text),
      readings: maybe(listOf(record({ source: text, date: text, result: text }))),
    }),
  ),
  sources: listOf(
    record({
      id: text,
      publisher: text,
      title: nullOr(text),
      date: nullOr(text),
      url: nullOr(text),
      stance: listOf(text),
    }),
  ),
  areas: listOf(record({ id: text, name: texts })),
})

/**
 * @param file the parsed JSON, not trusted
 * @throws TypeError when it is no such file
 */
export function decodeEvidence(file: unknown): EvidenceFile {
  const { format, version } = (file ?? {}) as Partial<EvidenceFile>
  if (format !== EVIDENCE_FORMAT || version !== EVIDENCE_VERSION)
    throw new TypeError(`expected ${EVIDENCE_FORMAT} ${EVIDENCE_VERSION}, got ${format} ${version}`)
  assertShape(file, SHAPE, 'evidence')
  const evidence = file as EvidenceFile
  const said = evidence.claims.length
  const known = (claims: readonly number[]) => claims.every((index) => index >= 0 && index < said)
  if (!evidence.places.every(({ claims }) => known(claims)))
    throw new TypeError('a place names a claim that is not there')
  if (!evidence.sites.every(({ history }) => history.every(([, , , , , claims]) => known(claims))))
    throw new TypeError('a site names a claim that is not there')
  return evidence
}
