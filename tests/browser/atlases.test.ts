/**
 * The made-up country of examples/ to the pixel, as a build of its own with a chapter beside it: other factions, other
 * languages and another projection than the map of this project, and none of the optional files.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serve } from '../../scripts/lib/serve.mjs'
import { runTool } from '../../scripts/lib/step.mjs'
import { ROOT } from '../architecture/modules.ts'
import { isReady, linkOf, openMap, showMap } from './harness.ts'
import { holdersOnScreen } from './holders.ts'

const folder = mkdtempSync(join(tmpdir(), 'atlases-'))
const [data, pages] = [join(folder, 'data'), join(folder, 'pages')]
let site: Awaited<ReturnType<typeof serve>>

const GOV = 0
const LIG = 1
const GAR = 2
/** what the coast guard is in the later chapter: another name, another colour */
const NAVY = 3
const FACTIONS = ['#4f6fae', '#c9803a', '#5f8f5a', '#a03c78']
/** degrees, lon then lat */
const AT: Record<string, readonly [number, number]> = {
  'Port Clair': [-18.95, -30.35],
  Westferry: [-18.64, -30.32],
  Highbank: [-18.68, -30.08],
  Southcape: [-18.35, -30.52],
}

const read = (file: string) => readFileSync(join(data, file), 'utf8')
function write(file: string, value: unknown) {
  mkdirSync(dirname(join(data, file)), { recursive: true })
  writeFileSync(join(data, file), typeof value === 'string' ? value : JSON.stringify(value))
}
const build = () =>
  runTool('node_modules/vite/bin/vite.js', ['build', '--outDir', pages, '--logLevel', 'warn'], {
    env: { GEODATA: data, NODE_ENV: 'production' },
  })

beforeAll(async () => {
  cpSync(join(ROOT, 'examples/made-up'), data, { recursive: true })
  for (const made of ['atlas', 'zones']) rmSync(join(data, made), { recursive: true, force: true })
  // A later chapter, in which the coast guard has all of the west.
  write('chapters/later/conflict.json', {
    id: 'later',
    title: { fr: 'Plus tard', en: 'Later' },
    shares: '../..',
    start: '2001-07-01',
    end: '2001-07-31',
    play: { start: '2001-07-01', end: '2001-07-31' },
    meets: { folder: '../..', day: '2001-07-01', with: '2001-06-15' },
  })
  write(
    'chapters/later/factions.json',
    read('factions.json')
      .replace('#5f8f5a', '#a03c78')
      .replace('"Coast Guard"', '"Navy of the Coast"')
      .replace('"Guard"', '"Navy"'),
  )
  write(
    'chapters/later/differences.csv',
    [
      'place,here,there,reason_fr,reason_en',
      ...['highbank', 'saltmarsh', 'westferry'].map(
        (place) => `${place},GAR,GOV,Pris en juin.,Taken in June.`,
      ),
      ...['millford', 'oldgate'].map((place) => `${place},GAR,LIG,Pris en juin.,Taken in June.`),
      '',
    ].join('\n'),
  )
  write(
    'chapters/later/claims/later.csv',
    read('claims/baseline.csv')
      .replaceAll('2001-05-01', '2001-07-01')
      .replaceAll('GOV', 'GAR')
      .replace(/^BA/gm, 'LA'),
  )
  write('atlases.json', ['chapters/later'])
  const command = ['src/cli/main.ts', 'build', '--geodata', data]
  const compiled = await runTool('node_modules/tsx/dist/cli.mjs', command)
  expect(compiled.code, compiled.output).toBe(0)
  const built = await build()
  expect(built.code, built.output).toBe(0)
  site = await serve(pages, [0])
})

afterAll(async () => {
  await site?.close()
  rmSync(folder, { recursive: true })
})

const options = () => ({ site: site.url, width: 1400, height: 900 })
const holders = (page: Page) => holdersOnScreen(page, FACTIONS, Object.values(AT))
/** @returns addresses that a page asks for, from now on */
function asked(page: Page): string[] {
  const addresses: string[] = []
  page.on('response', (response) => {
    expect(response.status(), response.url()).toBeLessThan(400)
    addresses.push(new URL(response.url()).pathname)
  })
  return addresses
}

describe('the made-up country', () => {
  it.each([
    ['2001-05-01', [GOV, GOV, GOV, LIG]],
    ['2001-05-12', [GOV, LIG, GOV, LIG]],
    ['2001-06-12', [GAR, GOV, GOV, LIG]],
  ])('shows on %s who holds what', async (date, expected) => {
    const page = await showMap(`?date=${date}&layers=none&v=1`, { ...options(), sharp: true })
    expect(await holders(page)).toEqual(expected)
  })

  it('asks for nothing that is not there, in any panel, and says its own name', async () => {
    const page = await openMap('?date=2001-05-12&v=1', { ...options(), prepare: async (page) => asked(page) })
    expect(await page.title()).toBe('River war (example)')
    for (const panel of ['about', 'numbers', 'events', 'stories', 'changes', 'search']) {
      // As the back button would, without loading the page again.
      await page.evaluate((link) => {
        history.pushState(null, '', link)
        dispatchEvent(new PopStateEvent('popstate'))
      }, `?date=2001-05-12&panel=${panel}&v=1`)
      await page.locator('.panel').waitFor()
    }
    await page.locator('.search input').fill('westf')
    await page.getByRole('option', { name: /Westferry/ }).waitFor()
  })
})

describe('two atlases in one build', () => {
  it('are changed by the title, with language and theme; the link says which', async () => {
    const addresses: string[] = []
    const page = await openMap('?date=2001-05-12&lang=ar&theme=dark&hide=GOV&v=1', {
      ...options(),
      prepare: async (page) => page.on('request', (request) => addresses.push(request.url())),
    })
    expect(addresses.filter((address) => address.includes('/data/later/'))).toEqual([])
    const title = page.locator('.head').getByRole('button')
    await title.focus()
    await page.keyboard.press('Enter')
    const items = page.getByRole('menuitemradio')
    await items.first().waitFor()
    expect(await items.evaluateAll((all) => all.map((item) => item.getAttribute('aria-checked')))).toEqual([
      'true',
      'false',
    ])
    await Promise.all([page.waitForURL(/atlas=later/), items.last().click()])
    await isReady(page)
    expect(await linkOf(page)).toMatchObject({ atlas: 'later', lang: 'ar', theme: 'dark' })
    expect(await page.locator('.note').count()).toBe(0)
    expect(await page.getAttribute('html', 'dir')).toBe('rtl')
    expect(addresses.some((address) => address.endsWith('/data/later/atlas/atlas.json'))).toBe(true)
    await page.goBack()
    await isReady(page)
    expect(await linkOf(page)).toMatchObject({ date: '2001-05-12', hide: 'GOV' })
    expect((await linkOf(page)).atlas).toBeUndefined()
  })

  it('show each its own ground', async () => {
    const page = await openMap('?atlas=later&layers=none&v=1', { ...options(), sharp: true })
    expect(await holders(page)).toEqual([NAVY, NAVY, NAVY, LIG])
  })

  it('have keys that make no sense in the other; they give way, with a notice', async () => {
    const page = await openMap('?atlas=later&date=2001-05-12&v=1', options())
    await page.getByRole('heading', { level: 1, name: /1 July 2001/ }).waitFor()
    await page.locator('.note', { hasText: '2001-05-12' }).waitFor()
    const lost = await openMap('?atlas=never&date=2001-05-12&v=1', options())
    await lost.locator('.note', { hasText: 'never' }).waitFor()
    expect(await lost.title()).toBe('River war (example)')
  })
})

describe('a day of one atlas beside a day of the other', () => {
  const besideLink = 'date=2001-06-15&beside=2001-07-01.later'
  const drawn = (page: Page) => page.locator('.compare-stage[data-drawn]').waitFor({ timeout: 60_000 })

  it('opens from its link, each side with the ground and the colours of its own atlas', async () => {
    const before = [GAR, GOV, GOV, LIG]
    const after = [NAVY, NAVY, NAVY, LIG]
    for (const [query, split, expected] of [
      [besideLink, 97, before],
      [besideLink, 3, after],
      ['atlas=later&date=2001-07-01&beside=2001-06-15.made-up', 97, before],
      [`${besideLink}&lang=ar`, 3, after],
    ] as const) {
      const show = query.startsWith('atlas=') ? openMap : showMap
      const page = await show(`?${query}&split=${split}&layers=none&v=1`, { ...options(), sharp: true })
      await drawn(page)
      expect(await holders(page), `${query} ${split}`).toEqual(expected)
    }
  })

  it('is found at the title, fetched only then, and told in numbers', async () => {
    const addresses: string[] = []
    const page = await openMap('?date=2001-05-12&v=1', {
      ...options(),
      prepare: async (page) => page.on('request', (request) => addresses.push(request.url())),
    })
    const ofOther = () => addresses.filter((address) => address.includes('/data/later/'))
    await page.locator('.head').getByRole('button').click()
    await page.getByRole('menuitem', { name: 'Before and after' }).waitFor()
    expect(ofOther()).toEqual([])
    await page.getByRole('menuitem', { name: 'Before and after' }).click()
    await drawn(page)
    expect(await linkOf(page)).toMatchObject({ date: '2001-06-15', beside: '2001-07-01.later' })
    expect(ofOther().some((address) => address.endsWith('/atlas.json'))).toBe(true)
    await page.locator('.compare-key').getByText('Navy').waitFor()

    await page.getByRole('button', { name: /^Details/ }).click()
    const row = page.getByRole('row', { name: /Guard.*Navy/ })
    await row.waitFor()
    expect(await row.getByRole('cell').allTextContents()).toEqual([
      expect.stringMatching(/^Guard[\d,–]+ km²$/),
      expect.stringMatching(/^Navy[\d,–]+ km²$/),
    ])
    const choice = page.getByRole('combobox', { name: 'Second day from' })
    await choice.selectOption('made-up')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2001-06-15', with: '2001-05-01' })
    expect('beside' in (await linkOf(page))).toBe(false)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    expect(await page.locator('.compare-strip').count()).toBe(0)
  })

  it('lets go of one day and takes hold of the other on the page of that atlas', async () => {
    const page = await openMap(`?${besideLink}&split=30&v=1`, options())
    await drawn(page)
    await Promise.all([
      page.waitForURL(/atlas=later/),
      page.getByRole('button', { name: 'Let the time slider move the other day' }).click(),
    ])
    await isReady(page)
    expect(await linkOf(page)).toMatchObject({
      atlas: 'later',
      date: '2001-07-01',
      beside: '2001-06-15.made-up',
      split: '30',
    })
  })

  it('gives way, with a notice, where the other atlas or the day is none', async () => {
    const never = await openMap('?date=2001-06-15&beside=2001-07-01.never&v=1', options())
    await never.locator('.note', { hasText: '2001-07-01.never' }).waitFor()
    expect(await never.locator('.compare-strip').count()).toBe(0)
    const late = await openMap('?date=2001-06-15&beside=2009-07-01.later&v=1', options())
    await late.locator('.note', { hasText: '2009-07-01.later' }).waitFor()
    await late.getByRole('button', { name: /31 July 2001, stays as it is/ }).waitFor()
  })

  it('says what to do when the other atlas does not arrive', async () => {
    let broken = true
    const page = await openMap(`?${besideLink}&v=1`, {
      ...options(),
      trouble: false,
      prepare: (page) =>
        page.route('**/data/later/atlas/atlas.json', (route) =>
          broken ? route.fulfill({ body: '{"format"' }) : route.continue(),
        ),
    })
    await page.getByText('The other map did not arrive.').waitFor()
    broken = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await drawn(page)
  })

  it('is explained where the two meet and differ; an atlas that meets none says nothing', async () => {
    const page = await openMap('?atlas=later&panel=about&v=1', options())
    await page.getByRole('heading', { name: 'Where it meets the other map' }).waitFor()
    const list = page.locator('#about-meeting ~ ul').first()
    expect(await list.locator('li').count()).toBe(5)
    expect(await list.getByText('Oldgate').locator('..').textContent()).toMatch(
      /Navy, on the other map Council.*Taken in June\./,
    )
    const first = await openMap('?panel=about&v=1', options())
    await first.getByRole('heading', { name: 'Corrections' }).waitFor()
    expect(await first.locator('#about-meeting').count()).toBe(0)
  })
})

describe('an atlas that cannot be read', () => {
  it('is refused with advice, and what was built before stays', async () => {
    const before = read('atlas/atlas.json')
    write('atlas/atlas.json', before.replace('"format"', '"shape"'))
    const { code, output } = await build()
    write('atlas/atlas.json', before)
    expect(code).not.toBe(0)
    expect(output).toContain('atlas/atlas.json cannot be read')
    expect(readFileSync(join(pages, 'data/atlas/atlas.json'), 'utf8')).toBe(before)
    expect((await fetch(site.url)).status).toBe(200)
  })
})
