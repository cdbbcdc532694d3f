/** What the server draws when it is asked: which requests ask for something drawn, what is kept, what is refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Busy, createDrawing, type DrawQuestion } from '../../scripts/lib/drawing.mjs'
import { questionOf } from '../../scripts/lib/page-requests.mjs'
import { policyOf } from '../../scripts/lib/policy.mjs'
import { serve } from '../../scripts/lib/serve.mjs'

const PATHS = new Set(['', 'ar/', 'd/2024-12-05/', 'ar/d/2024-12-05/', 's/tour/'])
const HOME = 'https://maps.example/front/'
const ask = (url: string) => questionOf(url, PATHS, HOME)
const picture = (query: string): DrawQuestion => ({ what: 'picture', path: '', query })

describe('a request', () => {
  it.each([
    ['/', { what: 'page', path: '', query: '' }],
    ['/index.html?date=2024-12-05&v=1', { what: 'page', path: '', query: '?date=2024-12-05' }],
    [
      '/ar/d/2024-12-05/?panel=why&view=36_35_7',
      { what: 'page', path: 'ar/d/2024-12-05/', query: '?view=36_35_7' },
    ],
    ['/d/2024-12-05/preview.png', { what: 'picture', path: 'd/2024-12-05/', query: '' }],
    [`/preview.png?view=${'9'.repeat(700)}`, { what: 'picture', path: '', query: '' }],
    [
      '/s/tour/oembed.json?maxwidth=400',
      { what: 'oembed', path: 's/tour/', query: '', most: { width: 400 } },
    ],
    [
      `/oembed.json?url=${encodeURIComponent(`${HOME}d/2024-12-05/?view=36_35_7`)}&maxheight=300`,
      { what: 'oembed', path: 'd/2024-12-05/', query: '?view=36_35_7', most: { height: 300 } },
    ],
    ['/oembed.json?url=https://evil.example/', null],
    ['/d/2024-12-05?view=36_35_7', { sendTo: '2024-12-05/?view=36_35_7' }],
    ['/d/2024-12-06/', null],
    ['/assets/index.js', null],
    ['/data/atlas/atlas.json', null],
    ['//evil.example/', null],
  ])('%s', (url, question) => {
    expect(ask(url)).toEqual(question)
  })

  it('for the same view in another order is the same', () => {
    expect(ask('/?view=36_35_7&date=2024-12-05&speed=4')).toEqual(
      ask('/?date=2024-12-05&view=36_35_7&lost=1'),
    )
  })
})

describe('what is drawn', () => {
  it('is kept as long as there is room, the longest unused goes first', async () => {
    const drawn: string[] = []
    const drawing = createDrawing(
      async ({ query }) => {
        drawn.push(query)
        return Buffer.alloc(40)
      },
      { room: 100 },
    )
    for (const query of ['?1', '?2', '?1', '?3', '?1', '?2']) await drawing.draw(picture(query))
    expect(drawn).toEqual(['?1', '?2', '?3', '?2'])
    expect(drawing.held()).toBe(80)
  })

  it('twice at once is drawn once, one picture after the other, and too many are refused', async () => {
    const underway: (() => void)[] = []
    let [now, most] = [0, 0]
    const drawing = createDrawing(
      async () => {
        most = Math.max(most, ++now)
        await new Promise<void>((done) => underway.push(done))
        now--
        return Buffer.from('png')
      },
      { waiting: 3 },
    )
    const first = [1, 1, 2, 3].map((n) => drawing.draw(picture(`?${n}`)))
    await expect(drawing.draw(picture('?4'))).rejects.toBeInstanceOf(Busy)
    for (let i = 0; i < 3; i++) {
      await expect.poll(() => underway.length).toBe(i + 1)
      underway[i]()
    }
    expect((await Promise.all(first)).map(String)).toEqual(['png', 'png', 'png', 'png'])
    expect(most).toBe(1)
    // There is room again.
    const later = drawing.draw(picture('?4'))
    await expect.poll(() => underway.length).toBe(4)
    underway[3]()
    expect(String(await later)).toBe('png')
  })

  it('and fails is drawn again when it is asked for again', async () => {
    let fails = true
    const drawing = createDrawing(async () => {
      if (fails) throw new Error('no')
      return Buffer.from('yes')
    })
    await expect(drawing.draw(picture(''))).rejects.toThrow('no')
    fails = false
    expect(String(await drawing.draw(picture('')))).toBe('yes')
  })
})

describe('the server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'front-map-'))
  const PAGE = '<!doctype html><title>a day</title><script>let day = 2</script>'
  let site: Awaited<ReturnType<typeof serve>>
  let told = ''
  beforeAll(async () => {
    writeFileSync(join(folder, 'index.html'), 'built')
    writeFileSync(join(folder, 'plain.txt'), 'plain')
    const ask = async ({ what, query }: DrawQuestion) => {
      if (query.includes('broken')) throw new Error('cannot')
      return Buffer.from(what === 'page' ? PAGE : 'png')
    }
    site = await serve(folder, [0], {
      startDrawing: async (address) => {
        told = address
        return { ...createDrawing(ask, { waiting: 1 }), paths: PATHS, close() {} }
      },
    })
  })
  afterAll(async () => {
    await site.close()
    rmSync(folder, { recursive: true })
  })

  it('sends pages with a policy of their own, and pictures, and leaves files as they are', async () => {
    expect(told).toBe(site.url)
    const page = await fetch(`${site.url}d/2024-12-05/?view=36_35_7`)
    expect([page.status, await page.text()]).toEqual([200, PAGE])
    expect(page.headers.get('content-security-policy')).toBe(policyOf(PAGE))
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const again = await fetch(page.url, { headers: { 'If-None-Match': page.headers.get('etag')! } })
    expect(again.status).toBe(304)
    const image = await fetch(`${site.url}d/2024-12-05/preview.png`)
    expect([image.headers.get('content-type'), await image.text()]).toEqual(['image/png', 'png'])
    expect(await (await fetch(`${site.url}plain.txt`)).text()).toBe('plain')
    expect((await fetch(`${site.url}d/2024-12-06/`)).status).toBe(404)
    const moved = await fetch(`${site.url}d/2024-12-05`)
    expect(moved.url).toBe(`${site.url}d/2024-12-05/`)
  })

  it('says so when something cannot be drawn, or too much is asked', async () => {
    expect((await fetch(`${site.url}preview.png?view=broken`)).status).toBe(500)
    const all = await Promise.all([1, 2, 3, 4].map((n) => fetch(`${site.url}preview.png?view=3${n}_35_7`)))
    const refused = all.filter(({ status }) => status === 503)
    expect(refused.every(({ headers }) => headers.has('retry-after'))).toBe(true)
    expect(all.every(({ status }) => [200, 503].includes(status))).toBe(true)
  })

  it('answers to the name that it was given', async () => {
    const named = await serve(folder, [0], { address: 'https://maps.example/front/' })
    expect(named.url).toBe('https://maps.example/front/')
    await named.close()
  })
})
