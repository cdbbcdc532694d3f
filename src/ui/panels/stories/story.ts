/** Stories: guided tours over the map. Their files are plain data, see geodata/FORMATS.md. */
import type { EventRecord } from '../../../chronicle/events.ts'
import type { ClaimRecord, EvidenceFile } from '../../../chronicle/evidence.ts'
import type { MilitaryPosition } from '../../../chronicle/positions.ts'
import { assertShape, listOf, record, text, texts } from '../../../chronicle/shape.ts'
import type { Text } from '../../../chronicle/text.ts'
import { KEYS, type LinkContext, type LinkNotice, type LinkState, parseLink } from '../../../link/index.ts'

/** A text, as language → sentence, and beside it what it rests on. */
export interface Sentence {
  /** ids of the claims, events, positions or sources that it rests on */
  refs: string[]
  [language: string]: string | string[]
}

export interface StoryStep {
  title: Text
  /** what the map shows, as in the address bar */
  link: string
  sentences: Sentence[]
}

export interface Story {
  id: string
  order: number
  title: Text
  summary: Text
  steps: StoryStep[]
}

const STORIES = listOf(
  record({
    id: text,
    title: texts,
    summary: texts,
    steps: listOf(record({ title: texts, link: text, sentences: listOf(record({ refs: listOf(text) })) })),
  }),
)

/** @throws TypeError when the file, not trusted, is no stories.json as it is served */
export function decodeStories(file: unknown): Story[] {
  assertShape(file, STORIES, 'stories')
  return file as Story[]
}

/** @returns what a sentence says, without what it rests on */
export function sentenceText({ refs: _, ...text }: Sentence): Text {
  return text as Text
}

export interface StepView {
  /** only what the step names; all else stays as the reader has it */
  named: Partial<LinkState>
  notices: readonly LinkNotice[]
}

/** @param link a query without its question mark */
export function stepView(link: string, context: LinkContext): StepView {
  const { state, notices } = parseLink(link, context)
  const names = new Set(new URLSearchParams(link).keys())
  const fields = KEYS.filter(({ name }) => names.has(name)).map(({ field }) => field)
  return { named: Object.fromEntries(fields.map((field) => [field, state[field]])), notices }
}

/** @returns ids of all that a step rests on, each once, in the order of its sentences */
export function refsOf({ sentences }: Pick<StoryStep, 'sentences'>): string[] {
  return [...new Set(sentences.flatMap(({ refs }) => refs))]
}

export type Ref =
  | { kind: 'claim'; id: string; claim: ClaimRecord; sources: readonly string[] }
  | { kind: 'event'; id: string; event: EventRecord; sources: readonly string[] }
  | { kind: 'position'; id: string; position: MilitaryPosition; sources: readonly string[] }
  | { kind: 'source'; id: string; sources: readonly string[] }

export interface Records {
  evidence: EvidenceFile
  events: readonly EventRecord[]
  positions: readonly MilitaryPosition[]
}

/** @returns what an id stands for, or `null` when nothing has it */
export function resolve(id: string, { evidence, events, positions }: Records): Ref | null {
  const claim = evidence.claims.find((one) => one.id === id)
  if (claim) return { kind: 'claim', id, claim, sources: claim.sources }
  const event = events.find((one) => one.id === id)
  if (event) return { kind: 'event', id, event, sources: event.sources }
  const position = positions.find((one) => one.id === id)
  if (position) return { kind: 'position', id, position, sources: position.sources }
  return evidence.sources.some((one) => one.id === id) ? { kind: 'source', id, sources: [id] } : null
}

/** Size of the free part of the map, CSS pixels, that the zoom levels of stories are meant for. */
const MEANT_FOR = { width: 620, height: 560 }

/** @returns the zoom at which a smaller or larger map shows the same ground */
export function fittingZoom(zoom: number, width: number, height: number): number {
  const share = Math.min(width / MEANT_FOR.width, height / MEANT_FOR.height)
  return zoom + Math.min(0.8, Math.max(-1.6, Math.log2(Math.max(0.01, share))))
}
