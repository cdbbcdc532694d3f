/** Measures one technique on one atlas in a browser of its own. */
import { readFileSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Bench } from './page/main.ts'
import { quantile, stepCosts } from './trace.ts'

export interface Result {
  technique: string
  size: number
  /** how many were measured */
  steps: number
  faces: number
  days: number
  /** processor time of the main thread for one step, milliseconds */
  main: number
  mainP95: number
  workers: number
  /** from setting the day to the right picture, milliseconds */
  painted: number
  /** steps whose picture did not come */
  missing: number
  /** share of right frames in a scrub, 0–1 */
  right: number
  /** tasks of the main thread that took more than 50 ms of processor time */
  long: number
  load: number
  /** of JavaScript after collection, MB; and of the whole renderer process where the system tells */
  heap: number
  resident: number | null
}

export interface Machine {
  chromium: string
  renderer: string
}

const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu-vsync',
  '--enable-precise-memory-info',
]
const LONG_MS = 50
/** Time for all steps of a run, milliseconds, and how often each step is made; slow techniques make fewer. */
const BUDGET = 40_000
const ROUNDS = 6
const FEWEST = 6
/** Nothing takes longer than this, milliseconds; who does is left out. A hundredfold map gets three times as long. */
const LIMIT = 100_000
const limitOf = (size: number) => (size >= 100 ? 3 : 1) * LIMIT

export interface Job {
  url: string
  executablePath: string
  technique: string
  size: number
  steps: number
  machine: (machine: Machine) => void
}

/** @throws when the technique fails or exceeds the time limit */
export async function measure(job: Job): Promise<Result> {
  const browser = await chromium.launch({ executablePath: job.executablePath, args: FLAGS })
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error(`took more than ${limitOf(job.size) / 1000} s`)),
        limitOf(job.size),
      )
    })
    return await Promise.race([measureIn(browser, job), limit])
  } finally {
    clearTimeout(timer)
    await browser.close()
  }
}

async function measureIn(browser: Browser, { url, technique, size, steps, machine }: Job): Promise<Result> {
  const page = await browser.newPage({ viewport: { width: 900, height: 650 }, deviceScaleFactor: 1 })
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(error.message))
  await page.goto(`${url}?technique=${technique}&size=${size}`)
  await page.waitForFunction(() => document.documentElement.dataset.ready === '1', undefined, {
    timeout: limitOf(size),
  })
  machine({ chromium: browser.version(), renderer: await page.evaluate(rendererName) })
  const load = await page.evaluate(() => bench.load())
  const { faces, days, start } = await page.evaluate(() => ({ ...(bench as Bench) }))
  const memory = await memoryOf(browser, page)
  // The first steps compile and fill caches; they are not measured, but tell how many can be.
  await page.evaluate((day) => bench.steps([day]), start + 1)
  const began = Date.now()
  await page.evaluate((days) => bench.steps(days), [start + 2, start + 3])
  const fitting = Math.floor(BUDGET / (ROUNDS * ((Date.now() - began) / 2)))
  const sequence = Array.from({ length: Math.max(FEWEST, Math.min(steps, fitting)) }, (_, i) => start + 1 + i)
  await browser.startTracing(page, {
    categories: ['disabled-by-default-devtools.timeline', 'blink.user_timing', '__metadata'],
  })
  await page.evaluate((days) => bench.steps(days), sequence)
  const costs = stepCosts((await browser.stopTracing()).toString())

  const different = await page.evaluate((days) => bench.keepPictures(days), sequence)
  if (technique !== 'floor' && different < 2) throw new Error('all days look the same')
  await page.evaluate((day) => bench.steps([day]), start)
  const waits = await page.evaluate((days) => bench.waits(days), sequence)
  await page.evaluate((day) => bench.steps([day]), start)
  const right = await page.evaluate((days) => bench.scrub(days), sequence)
  if (failures.length > 0) throw new Error(failures[0])
  const shown = waits.filter((wait) => wait !== null)
  return {
    technique,
    size,
    steps: sequence.length,
    faces,
    days,
    main: quantile(
      costs.map(({ main }) => main),
      0.5,
    ),
    mainP95: quantile(
      costs.map(({ main }) => main),
      0.95,
    ),
    workers: quantile(
      costs.map(({ workers }) => workers),
      0.5,
    ),
    painted: quantile(shown, 0.5),
    missing: waits.length - shown.length,
    right,
    long: costs.filter(({ longest }) => longest > LONG_MS).length,
    load,
    ...memory,
  }
}

function rendererName(): string {
  const gl = document.createElement('canvas').getContext('webgl2')
  const extension = gl?.getExtension('WEBGL_debug_renderer_info')
  return extension ? String(gl?.getParameter(extension.UNMASKED_RENDERER_WEBGL)) : 'unknown'
}

async function memoryOf(browser: Browser, page: Page): Promise<{ heap: number; resident: number | null }> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  const heap = (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 2 ** 20
  const whole = await browser.newBrowserCDPSession()
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo')
  // The page's process is the largest of the renderers: others are spare.
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentOf(id))
  const known = sizes.filter((size) => size !== null)
  return { heap, resident: known.length > 0 ? Math.max(...known) : null }
}

/** @returns resident memory of a process in MB, `null` where the system does not tell */
function residentOf(process: number): number | null {
  try {
    const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${process}/status`, 'utf8'))
    return found ? Number(found[1]) / 1024 : null
  } catch {
    return null
  }
}
