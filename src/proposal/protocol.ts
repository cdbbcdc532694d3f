/** What page and worker say to each other. Every question has a number; its answer, and the steps before it, have the same. */
import type { HandIn, Opened, Preview, Step } from './compiler.ts'
import type { Checked } from './findings.ts'
import type { Proposal } from './proposal.ts'

export type Question = { number: number } & (
  | { ask: 'open'; url: string }
  | { ask: 'check' | 'preview' | 'compile' | 'handIn'; proposal: Proposal }
)

/** What is answered to each question. A worker that is to stop is ended from outside. */
export interface Answers {
  open: Opened
  check: Checked
  preview: Preview
  compile: Map<string, string> | null
  handIn: HandIn
}

export type Reply = { number: number } & (
  | { step: Step; share: number | null }
  | { answer: Answers[keyof Answers] }
  | { error: string }
)

/** A worker, seen from the page. */
export interface Port {
  ask(question: Question): void
  /** replaced by whoever listens */
  onReply: (reply: Reply) => void
  /** the worker ended by itself, or never began */
  onFailure: (message: string) => void
  end(): void
}
