/**
 * @param text address as the data have it, not trusted
 * @returns the address when it leads to a web page (http or https), else `null`: a link never runs anything
 */
export function webAddress(text: string | null): string | null {
  if (!text) return null
  try {
    const url = new URL(text)
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
  } catch {
    return null
  }
}
