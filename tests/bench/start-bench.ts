/**
 * How long the first picture takes, beside a page with nothing but an empty MapLibre map:
 * `npx tsx tests/bench/start-bench.ts [runs] [--gpu-raster]`. Both are built now, served compressed by one server, and opened in
 * turn, each time by a browser that knows nothing of them; once without and once with a network between. Medians.
 * The empty page has MapLibre's ready-made files, as any page would.
 */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { cpus } from 'node:os'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import { findChromium, NO_CHROMIUM } from '../../scripts/lib/chromium.mjs'
import { ROOT } from '../architecture/modules.ts'
import { quantile } from './trace.ts'

const RUNS = Number(process.argv[2] ?? 9)
/**
 * Without a graphics card: WebGL is drawn by SwiftShader. The page itself is rasterized as browsers do it on such a
 * machine, by the processor; with --gpu-raster (as argument) by SwiftShader too, which then delays the map as much as the page is rich.
 */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  ...(process.argv.includes('--gpu-raster') ? [] : ['--disable-gpu-rasterization']),
]
/** A usual mobile network: 10 Mbit/s down, 60 ms to the server and back. */
const NETWORK = { offline: false, latency: 60, downloadThroughput: 10e6 / 8, uploadThroughput: 5e6 / 8 }
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Milliseconds from the beginning of the navigation. */
interface Times {
  /** first frame with the map's own colours */
  painted: number
  /** nothing is loading or moving any more */
  atRest: number
}

const empty = join(ROOT, '.cache/empty-page')
const ours = join(ROOT, '.cache/start-page')
process.env.NODE_ENV = 'production'
await build({
  root: join(ROOT, 'tests/bench/empty-page'),
  configFile: false,
  base: './',
  logLevel: 'error',
  build: { outDir: empty, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1500 },
})
await build({ root: ROOT, logLevel: 'error', build: { outDir: ours, emptyOutDir: true } })
const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium()) ?? ''
if (!executablePath) throw new Error(NO_CHROMIUM)

const servers = [await serveCompressed(empty), await serveCompressed(ours)]
const [emptyUrl, oursUrl] = servers.map(
  (server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
)
try {
  console.log(`${cpus()[0].model}, ${cpus().length} cores; medians of ${RUNS} runs, milliseconds`)
  for (const [name, network] of [
    ['no network between', null],
    ['10 Mbit/s, 60 ms', NETWORK],
  ] as const) {
    const times: Record<'empty' | 'ours', Times[]> = { empty: [], ours: [] }
    for (let run = 0; run < RUNS; run++) {
      times.empty.push(await timesOf(emptyUrl, network))
      times.ours.push(await timesOf(oursUrl, network))
    }
    for (const what of ['painted', 'atRest'] as const) {
      const [a, b] = [times.empty, times.ours].map((all) =>
        quantile(
          all.map((one) => one[what]),
          0.5,
        ),
      )
      console.log(
        `${name}, ${what}: empty ${Math.round(a)}, ours ${Math.round(b)}, ratio ${(b / a).toFixed(2)}`,
      )
    }
  }
} finally {
  for (const server of servers) server.close()
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
    await page.waitForFunction(() => performance.getEntriesByName('map-at-rest').length > 0, undefined, {
      timeout: 120_000,
    })
    const [painted, atRest] = await page.evaluate(() =>
      ['map-painted', 'map-at-rest'].map((name) => performance.getEntriesByName(name)[0].startTime),
    )
    return { painted, atRest }
  } finally {
    await browser.close()
  }
}

/** Serves a folder as a good server would: everything that is text compressed, once. */
async function serveCompressed(folder: string): Promise<Server> {
  const kept = new Map<string, Buffer>()
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = join(folder, pathname === '/' ? 'index.html' : pathname)
    const type = TYPES[extname(path)]
    try {
      const isFont = type === TYPES['.woff2']
      const body = kept.get(path) ?? (isFont ? readFileSync(path) : gzipSync(readFileSync(path)))
      kept.set(path, body)
      response.writeHead(200, { 'Content-Type': type, ...(isFont ? {} : { 'Content-Encoding': 'gzip' }) })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}
