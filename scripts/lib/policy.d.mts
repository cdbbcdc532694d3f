export const LIBRARY_STYLES: string[]
export function policyOf(html: string): string
