/** Starts what the browser tests share: the built map on a free port, and Chromium drawing in software. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findChromium, NO_CHROMIUM } from '../../scripts/lib/chromium.mjs'
import { buildIfStale } from '../../scripts/lib/make.mjs'
import { serve } from '../../scripts/lib/serve.mjs'
import { ROOT } from '../architecture/modules.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** address of the built map, ending in a slash */
    mapUrl: string
    /** address at which the browser takes orders */
    browserUrl: string
  }
}

/** The same picture on every machine, with or without a graphics card, and no traffic of the browser's own. */
const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--force-color-profile=srgb',
]

export default async function setup(project: TestProject) {
  const executablePath = process.env.CHROMIUM_PATH ?? (await findChromium())
  if (!executablePath) throw new Error(NO_CHROMIUM)
  await buildIfStale()
  // A copy, so that a build that happens meanwhile does not pull the pages from under the tests.
  const folder = mkdtempSync(join(tmpdir(), 'front-map-'))
  cpSync(join(ROOT, 'dist'), folder, { recursive: true })
  const site = await serve(folder, [0])
  const browser = await chromium.launchServer({ executablePath, args: FLAGS })
  project.provide('mapUrl', site.url)
  project.provide('browserUrl', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await site.close()
    rmSync(folder, { recursive: true })
  }
}
