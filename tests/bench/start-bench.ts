/**
 * How long the first picture takes, beside a page with nothing but an empty MapLibre map:
 * `npx tsx tests/bench/start-bench.ts [runs] [--gpu-raster] [--only lighthouse|network] [--built]`. Both are built now (with --built:
 * they are those of the last run), served compressed (brotli) by the server of `npm start`, and opened in turn, each time by a browser that knows nothing of them: by Lighthouse on its
 * mobile setting, and without and with a network between. Medians. The empty page has MapLibre's ready-made files, as any
 * page would. Writes `start.md` beside it.
 */
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { findChromium, NO_CHROMIUM } from '../../scripts/lib/chromium.mjs'
import { serve } from '../../scripts/lib/serve.mjs'
import { compress } from '../../vite/compress.ts'
import { ROOT } from '../architecture/modules.ts'
import { lighthouse, type Verdict } from './lighthouse.ts'
import { quantile } from './trace.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'gpu-raster': { type: 'boolean', default: false },
    only: { type: 'string' },
    built: { type: 'boolean', default: false },
  },
})
const RUNS = Number(positionals[0] ?? 5)
/**
 * Without a graphics card: WebGL is drawn by SwiftShader. The page itself is rasterized as browsers do it on such a
 * machine, by the processor; with --gpu-raster (as argument) by SwiftShader too, which then delays the map as much as the page is rich.
 */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  ...(values['gpu-raster'] ? [] : ['--disable-gpu-rasterization']),
]
/** A usual mobile network: 10 Mbit/s down, 60 ms to the server and back. */
const NETWORK = { offline: false, latency: 60, downloadThroughput: 10e6 / 8, uploadThroughput: 5e6 / 8 }
/** Milliseconds from the beginning of the navigation. */
interface Times {
  /** first frame with the map's own colours */
  painted: number
  /** nothing is loading or moving any more */
  atRest: number
}

const empty = join(ROOT, '.cache/empty-page')
const ours = join(ROOT, '.cache/start-page')
if (!values.built) await buildBoth()
const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium()) ?? ''
if (!executablePath) throw new Error(NO_CHROMIUM)

const sites = { empty: await serve(empty, [0]), ours: await serve(ours, [0]) }
const lines: string[] = []
try {
  if (values.only !== 'network') await judge()
  if (values.only !== 'lighthouse') await visit()
} finally {
  for (const site of Object.values(sites)) await site.close()
}
const report = [
  '# The start, measured',
  '',
  'Written by `npx tsx tests/bench/start-bench.ts`; what is measured and how: README.md in this folder.',
  '',
  `Machine: ${cpus()[0].model.trim()}, ${cpus().length} cores; load at the end ${loadavg()[0].toFixed(1)}. Medians of ${RUNS}.`,
  '',
  ...lines,
].join('\n')
writeFileSync(join(ROOT, 'tests/bench/start.md'), `${report}\n`)
console.log(report)

async function buildBoth() {
  process.env.NODE_ENV = 'production'
  await build({
    root: join(ROOT, 'tests/bench/empty-page'),
    configFile: false,
    base: './',
    logLevel: 'error',
    plugins: [compress()],
    build: { outDir: empty, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1500 },
  })
  await build({ root: ROOT, logLevel: 'error', build: { outDir: ours, emptyOutDir: true } })
}

/** Lighthouse, its mobile setting. */
async function judge() {
  const verdicts: Record<keyof typeof sites, Verdict[]> = { empty: [], ours: [] }
  for (let run = 0; run < RUNS; run++)
    for (const name of ['empty', 'ours'] as const)
      verdicts[name].push(await lighthouse(sites[name].url, executablePath, FLAGS))
  const row = (name: string, unit: string, read: (verdict: Verdict) => number, digits = 0) => {
    const [a, b] = (['empty', 'ours'] as const).map((page) => quantile(verdicts[page].map(read), 0.5))
    return `| ${name} | ${a.toFixed(digits)}${unit} | ${b.toFixed(digits)}${unit} |`
  }
  lines.push(
    '## Lighthouse, mobile',
    '',
    '| | empty MapLibre page | this map |',
    '| --- | --: | --: |',
    row('score', '', ({ score }) => score),
    row('first paint', ' ms', ({ firstPaint }) => firstPaint),
    row('largest paint', ' ms', ({ largestPaint }) => largestPaint),
    row('blocked', ' ms', ({ blocked }) => blocked),
    row('speed index', ' ms', ({ speedIndex }) => speedIndex),
    row('layout shift', '', ({ shift }) => shift, 3),
    '',
  )
}

/** The coloured map, without and with a network between. */
async function visit() {
  lines.push(
    '## The whole map',
    '',
    '| | empty MapLibre page | this map | ratio |',
    '| --- | --: | --: | --: |',
  )
  for (const [name, network] of [
    ['no network between', null],
    ['10 Mbit/s, 60 ms', NETWORK],
  ] as const) {
    const times: Record<keyof typeof sites, Times[]> = { empty: [], ours: [] }
    for (let run = 0; run < RUNS; run++) {
      times.empty.push(await timesOf(sites.empty.url, network))
      times.ours.push(await timesOf(sites.ours.url, network))
    }
    for (const [what, words] of [
      ['painted', 'painted'],
      ['atRest', 'at rest'],
    ] as const) {
      const [a, b] = [times.empty, times.ours].map((all) =>
        quantile(
          all.map((one) => one[what]),
          0.5,
        ),
      )
      lines.push(`| ${name}, ${words} | ${Math.round(a)} ms | ${Math.round(b)} ms | ${(b / a).toFixed(2)} |`)
    }
  }
}

/** @returns times of one visit by a new browser */
async function timesOf(url: string, network: typeof NETWORK | null): Promise<Times> {
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 })
    if (network) {
      const session = await page.context().newCDPSession(page)
      await session.send('Network.enable')
      await session.send('Network.emulateNetworkConditions', network)
    }
    await page.goto(url, { waitUntil: 'commit' })
    await page.waitForFunction(
      () => {
        // A reader who is there at once: the map waits for one.
        if (document.documentElement.dataset.begun) dispatchEvent(new Event('focusin'))
        return performance.getEntriesByName('map-at-rest').length > 0
      },
      undefined,
      {
        timeout: 120_000,
      },
    )
    const [painted, atRest] = await page.evaluate(() =>
      ['map-painted', 'map-at-rest'].map((name) => performance.getEntriesByName(name)[0].startTime),
    )
    return { painted, atRest }
  } finally {
    await browser.close()
  }
}
