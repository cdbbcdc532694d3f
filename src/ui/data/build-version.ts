/**
 * Which build this page is of. The build writes it into the page and beside it (vite/version.ts); what a server has
 * later may be of another one, and then neither code nor data go with what the page has already.
 */

/** Name of the file beside the page, and of the element in its head. */
export const VERSION_FILE = 'version.json'
export const VERSION_META = 'build'
/** Beside the page: the worker that keeps a build for readers without a network, and what installs the page as a program. */
export const OFFLINE_FILE = 'offline.js'
export const MANIFEST_FILE = 'manifest.webmanifest'

/** A server that does not say by then is taken to have what it had, milliseconds. */
const PATIENCE_MS = 5000

/** @returns whether the server now has another build than the one that this page is of; false when that cannot be told */
export async function isOutdated(): Promise<boolean> {
  const own = document.querySelector<HTMLMetaElement>(`meta[name=${VERSION_META}]`)?.content
  if (!own) return false
  try {
    const response = await fetch(new URL(VERSION_FILE, document.baseURI), {
      cache: 'no-cache',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const { version } = await response.json()
    return typeof version === 'string' && version !== own
  } catch {
    return false
  }
}
