/**
 * Lighthouse on a page, on its mobile setting: a slow phone on a slow network, both simulated. It is no dependency of the
 * project, since it brings two hundred packages: npx fetches it for the bench.
 */
import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** The last release for Node 20. */
const VERSION = '12.8.2'

/** Milliseconds, but for the score and the shift. */
export interface Verdict {
  /** 0–100 */
  score: number
  firstPaint: number
  largestPaint: number
  blocked: number
  speedIndex: number
  /** how far things moved after they were seen, share of the window */
  shift: number
}

/** What of its report becomes which figure. */
const AUDITS: Record<Exclude<keyof Verdict, 'score'>, string> = {
  firstPaint: 'first-contentful-paint',
  largestPaint: 'largest-contentful-paint',
  blocked: 'total-blocking-time',
  speedIndex: 'speed-index',
  shift: 'cumulative-layout-shift',
}

interface Report {
  categories: { performance: { score: number | null } }
  audits: Record<string, { numericValue?: number }>
  runtimeError?: { message: string }
}

/**
 * @param flags of Chromium
 * @throws Error when npx cannot fetch Lighthouse, or when it could not measure
 */
export async function lighthouse(
  url: string,
  executablePath: string,
  flags: readonly string[],
): Promise<Verdict> {
  const file = join(tmpdir(), `lighthouse-${process.pid}-${Date.now()}.json`)
  try {
    await promisify(execFile)(
      'npx',
      [
        '--yes',
        `lighthouse@${VERSION}`,
        url,
        '--quiet',
        '--only-categories=performance',
        '--output=json',
        `--output-path=${file}`,
        `--chrome-flags=${['--headless=new', ...flags].join(' ')}`,
      ],
      { env: { ...process.env, CHROME_PATH: executablePath }, maxBuffer: 1e8 },
    )
    const { categories, audits, runtimeError }: Report = JSON.parse(await readFile(file, 'utf8'))
    const { score } = categories.performance
    if (score === null) throw new Error(`Lighthouse has no score for ${url}: ${runtimeError?.message}`)
    const figure = (name: string) => audits[name].numericValue ?? Number.NaN
    const figures = Object.entries(AUDITS).map(([name, audit]) => [name, figure(audit)])
    return { score: 100 * score, ...Object.fromEntries(figures) }
  } finally {
    await rm(file, { force: true })
  }
}
