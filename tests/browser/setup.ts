/**
 * Starts what the browser tests share: Chromium drawing in software, two built maps and the page of the painter. Almost all
 * tests read the map of the frozen atlas (tests/fixtures), so that they fall with the code alone; the map of the live
 * data is only looked at whether it opens.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { findChromium, NO_CHROMIUM } from '../../scripts/lib/chromium.mjs'
import { buildIfStale } from '../../scripts/lib/make.mjs'
import { serve } from '../../scripts/lib/serve.mjs'
import { ROOT } from '../architecture/modules.ts'
import { buildFrozenMap } from './frozen-map.ts'
import { buildPage } from './painter-page/build.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** address of the built map of the frozen atlas, ending in a slash */
    mapUrl: string
    /** address of the built map of the live data, ending in a slash */
    liveUrl: string
    /** address of the page that holds one map with one painter, ending in a slash */
    painterUrl: string
    /** address at which the browser takes orders */
    browserUrl: string
  }
}

/** The same picture on every machine, with or without a graphics card, and no traffic of the browser's own. */
export const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Drawing the page around the map as graphics, too, would take half as much again where there is no graphics card.
  '--disable-gpu-rasterization',
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
  const folder = mkdtempSync(join(tmpdir(), 'front-map-'))
  // Copies, so that a build that happens meanwhile does not pull the pages from under the tests.
  const [live, frozen, painter] = ['live', 'frozen', 'painter'].map((name) => join(folder, name))
  cpSync(join(ROOT, 'dist'), live, { recursive: true })
  cpSync(await buildFrozenMap(), frozen, { recursive: true })
  cpSync(await buildPage(), painter, { recursive: true })
  const sites = await Promise.all([live, frozen, painter].map((folder) => serve(folder, [0])))
  const browser = await chromium.launchServer({ executablePath, args: FLAGS })
  project.provide('liveUrl', sites[0].url)
  project.provide('mapUrl', sites[1].url)
  project.provide('painterUrl', sites[2].url)
  project.provide('browserUrl', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await Promise.all(sites.map((site) => site.close()))
    rmSync(folder, { recursive: true })
  }
}
