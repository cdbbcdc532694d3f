/** What a page of the live map fetches before what it shows is complete. */
import { gzipSync } from 'node:zlib'
import { inject } from 'vitest'
import { openMap } from './harness.ts'

/** The first thing that is fetched once it is: code of the map, or what a reader may ask of that. */
const STANDS = { page: /\/assets\/(light|map)-view/, map: /\/data\/events\.json$/ }

/**
 * @param until `page`: it is set out over the picture that it arrives with, and waits for its reader; `map`: the map has
 *   taken the place of the picture
 * @returns what was asked for until then, by path, with its bytes after gzip, as a server would send it
 */
export async function bytesOfOpening(
  query: string,
  until: 'page' | 'map',
): Promise<[path: string, bytes: number][]> {
  const asked = new Set<string>()
  const sizes = new Map<string, Promise<number>>()
  let stands = false
  await openMap(query, {
    site: inject('liveUrl'),
    prepare: async (page) => {
      page.on('request', (request) => {
        const { pathname } = new URL(request.url())
        stands ||= STANDS[until].test(pathname)
        if (!stands) asked.add(pathname)
      })
      page.on('response', (response) => {
        const { pathname } = new URL(response.url())
        if (!asked.has(pathname) || !response.ok()) return
        // Fonts are compressed already; servers leave them as they are.
        const size = async () => {
          const body = await response.body().catch(() => Buffer.alloc(0))
          return pathname.endsWith('.woff2') ? body.length : gzipSync(body, { level: 9 }).length
        }
        sizes.set(pathname, size())
      })
    },
  })
  return Promise.all([...sizes].map(async ([path, size]) => [path, await size] as [string, number]))
}

/** @param wanted paths that count */
export const sumOf = (sizes: readonly [path: string, bytes: number][], wanted = /./): number =>
  sizes.reduce((sum, [path, bytes]) => sum + (wanted.test(path) ? bytes : 0), 0)
