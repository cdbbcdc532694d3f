export function buildIfStale(): Promise<void>

/** What the pages are built from, besides the data: paths relative to the project. */
export const PAGES: readonly string[]
