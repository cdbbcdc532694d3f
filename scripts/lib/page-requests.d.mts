import type { DrawQuestion } from './drawing.mjs'
export function pictureQuery(query: string): string
export function questionOf(
  url: string,
  paths: ReadonlySet<string>,
  address: string,
): DrawQuestion | { sendTo: string } | null
