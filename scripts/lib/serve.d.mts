import type { Drawing } from './drawing.mjs'
export interface ServeOptions {
  host?: string
  address?: string
  startDrawing?(address: string): Promise<Drawing & { paths: Set<string>; close(): void }>
}
export function serve(
  folder: string,
  ports: number[],
  options?: ServeOptions,
): Promise<{ url: string; close(): Promise<void> }>
