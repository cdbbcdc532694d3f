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

/** @returns the build of this page; empty while developing */
export const ownBuild = (): string =>
  document.querySelector<HTMLMetaElement>(`meta[name=${VERSION_META}]`)?.content ?? ''

/** @returns the build that the server has now, if it is another one than that of this page; `null` also when that cannot be told */
export async function otherBuild(): Promise<string | null> {
  const own = ownBuild()
  if (!own) return null
  try {
    const response = await fetch(new URL(VERSION_FILE, document.baseURI), {
      cache: 'no-cache',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    const { version } = await response.json()
    return typeof version === 'string' && version !== own ? version : null
  } catch {
    return null
  }
}

/** @returns whether the server now has another build than the one that this page is of; false when that cannot be told */
export const isOutdated = async (): Promise<boolean> => (await otherBuild()) !== null
