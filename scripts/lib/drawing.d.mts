export interface DrawQuestion {
  what: 'page' | 'picture' | 'oembed'
  path: string
  query: string
  most?: { width?: number; height?: number }
}
export class Busy extends Error {}
export interface Drawing {
  held(): number
  draw(question: DrawQuestion): Promise<Buffer | null>
}
export function createDrawing(
  ask: (question: DrawQuestion) => Promise<Buffer | null>,
  limits?: { room?: number; waiting?: number },
): Drawing
export function startDrawing(
  geodata: string,
  dist: string,
  address: string,
): Promise<Drawing & { paths: Set<string>; close(): void }>
