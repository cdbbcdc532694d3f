/** How much of the map of the live data has to arrive before the first picture. Budgets in bytes after gzip, as a server would send them. */
import { expect, it } from 'vitest'
import { bytesOfOpening, sumOf } from './first-bytes.ts'

const DATA_BUDGET = 118_000
/** MapLibre and its worker are 258 kB of it, React 65 kB, fonts 33 kB (45 kB in Arabic), the picture in the page 14 kB. */
const TOTAL_BUDGET = 624_000

it.each(['en', 'ar'])('the first picture needs few bytes, and fewer of data (%s)', async (language) => {
  const sizes = await bytesOfOpening(`?lang=${language}`, 'map')
  const [all, data] = [sumOf(sizes), sumOf(sizes, /\/data\//)]
  console.info(
    `first picture (${language}): ${Math.round(all / 1000)} kB, of it ${Math.round(data / 1000)} kB data`,
  )
  expect(sumOf(sizes, /\/data\/atlas\/atlas\.json/)).toBeGreaterThan(10_000)
  expect(data).toBeLessThan(DATA_BUDGET)
  expect(all).toBeGreaterThan(300_000)
  expect(all).toBeLessThan(TOTAL_BUDGET)
  // A build for developers would be half as large again, and nobody would see it.
  expect(sizes.map(([path]) => path).join()).not.toContain('jsx-dev')
})
