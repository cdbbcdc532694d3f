/** How much of the map of the live data has to arrive before the first picture. Budgets in bytes after gzip, as a server would send them. */
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, inject, it } from 'vitest'
import { openMap } from './harness.ts'

/** The first thing that is fetched once the picture is complete: from here on it is for what a reader may ask next. */
const MAP_STANDS = /\/data\/events\.json$/
const DATA_BUDGET = 120_000
/** MapLibre and its worker are 310 kB of it, React 65 kB, fonts 36 kB (50 kB in Arabic), the picture in the page 14 kB. */
const TOTAL_BUDGET = 666_000

it.each(['en', 'ar'])('the first picture needs few bytes, and fewer of data (%s)', async (language) => {
  const asked = new Set<string>()
  const sizes = new Map<string, Promise<number>>()
  let stands = false
  const prepare = async (page: Page) => {
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      stands ||= MAP_STANDS.test(pathname)
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
  }
  await openMap(`?lang=${language}`, { prepare, site: inject('liveUrl') })
  const entries = await Promise.all([...sizes].map(async ([path, size]) => [path, await size] as const))
  const sum = (wanted: RegExp) =>
    entries.reduce((total, [path, size]) => total + (wanted.test(path) ? size : 0), 0)
  console.info(
    `first picture (${language}): ${Math.round(sum(/./) / 1000)} kB, of it ${Math.round(sum(/\/data\//) / 1000)} kB data`,
  )
  expect(sum(/\/data\/atlas\/atlas\.json/)).toBeGreaterThan(10_000)
  expect(sum(/\/data\//)).toBeLessThan(DATA_BUDGET)
  expect(sum(/./)).toBeGreaterThan(300_000)
  expect(sum(/./)).toBeLessThan(TOTAL_BUDGET)
  // A build for developers would be half as large again, and nobody would see it.
  expect(entries.map(([path]) => path).join()).not.toContain('jsx-dev')
})
