export const NO_CHROMIUM: string
export function findChromium(): Promise<string | null>
export function findWholeChromium(): Promise<string | null>
