import { describe, expect, it } from 'vitest'
import { breaches } from './axe.ts'
import { atRest, goTo, linkOf, openMap, showMap } from './harness.ts'
import { setLetters, unreadable } from './readable.ts'

const PHONE = { width: 390, height: 844, touch: true }
const WIDE = [
  ['in English', '?date=2024-12-05&v=1'],
  ['in Arabic', '?date=2024-12-05&lang=ar&v=1'],
  ['in the dark', '?date=2024-12-05&theme=dark&v=1'],
  ['in the dark, in Arabic', '?date=2024-12-05&theme=dark&lang=ar&v=1'],
  ['the list of keys', '?panel=keys&v=1'],
  ['the page about the map', '?panel=about&v=1'],
  ['the method in the dark, in Arabic', '?panel=method&theme=dark&lang=ar&v=1'],
  ['the list of events', '?date=2024-12-08&panel=events&v=1'],
  ['an event in the dark, in Arabic', '?panel=event&event=ev111&theme=dark&lang=ar&v=1'],
  ['a site of positions', '?date=2025-11-20&panel=position&site=rus-tulul-al-humr&v=1'],
  ['the list of stories', '?panel=stories&v=1'],
  ['a step of a story in the dark', '?story=coast-march-2025.5&theme=dark&v=1'],
  ['the search', '?panel=search&v=1'],
  ['the share sheet in the dark, in Arabic', '?date=2024-12-05&panel=share&theme=dark&lang=ar&v=1'],
  ['two days side by side', '?date=2024-12-06&with=2024-12-04&v=1'],
  ['gains and losses', '?date=2024-12-06&with=2024-11-26&mode=tint&panel=compare&v=1'],
  ['the reason of a colour', '?date=2024-12-08&place=damascus&panel=why&v=1'],
  [
    'the reason of a colour in the dark, in Arabic',
    '?date=2024-12-08&at=37_35&panel=why&theme=dark&lang=ar&v=1',
  ],
  ['what changed', '?date=2024-12-05&panel=changes&v=1'],
  ['the numbers', '?date=2024-12-05&panel=numbers&v=1'],
  ['the numbers in the dark, in Arabic', '?panel=numbers&by=SDF&theme=dark&lang=ar&v=1'],
] as const
const NARROW = [
  ['in English', '?date=2024-12-05&v=1'],
  ['a step of a story in Arabic', '?story=twelve-days.2&lang=ar&v=1'],
  ['what changed in Arabic', '?date=2024-12-05&panel=changes&lang=ar&v=1'],
  ['the share sheet', '?date=2024-12-05&panel=share&v=1'],
  ['a comparison', '?date=2024-12-06&with=2024-11-26&mode=tint&v=1'],
] as const

describe('axe finds nothing serious', () => {
  it.each([
    ['on a wide page', WIDE, { width: 1280, height: 800 }],
    ['on a phone', NARROW, PHONE],
  ])('%s, view by view', { timeout: 400_000 }, async (_, views, options) => {
    const page = await showMap('?date=2024-12-05&v=1', options)
    const found: string[] = []
    for (const [name, query] of views) {
      await goTo(page, query)
      found.push(...(await breaches(page)).map((breach) => `${name}: ${breach}`))
    }
    expect(found).toEqual([])
  })

  it('with factions off and notes of a bad link', async () => {
    expect(await breaches(await openMap('?date=x&only=SDF&v=1'))).toEqual([])
  })

  it.each([
    ['', '?date=2024-12-05&range=2024-11-30..2025-03-01&loop=range&v=1', {}],
    [
      ' in the dark, in Arabic, on a phone',
      '?date=2024-12-05&range=2024-11-30..2025-03-01&loop=all&theme=dark&lang=ar&v=1',
      PHONE,
    ],
  ])('with playback open and a range set%s', async (_, query, options) => {
    const page = await showMap(query, options)
    await page.locator('.playback-button').click()
    await page.getByRole('dialog').waitFor()
    expect(await breaches(page)).toEqual([])
  })

  it('with the calendar open', async () => {
    const page = await showMap('?date=2024-12-05&v=1')
    await page.getByRole('button', { name: '5 December 2024' }).click()
    await page.getByRole('dialog').waitFor()
    expect(await breaches(page)).toEqual([])
  })
})

/** What a browser gives as usual, CSS pixels. */
const LETTERS = 16
const LARGE = [
  '?date=2024-12-05&v=1',
  '?date=2025-09-28&lang=ar&v=1',
  '?date=2024-12-05&place=hama&panel=why&v=1',
  '?date=2024-12-05&panel=numbers&lang=ar&v=1',
  '?date=2024-12-08&with=2024-11-26&mode=tint&v=1',
  '?date=2024-12-08&with=2024-11-26&mode=swipe&lang=ar&v=1',
]

describe('with letters of twice the usual size nothing is covered or out of reach', () => {
  it.each([
    ['on a phone', PHONE, { width: 360, height: 740 }],
    ['on a desk', {}, { width: 1280, height: 800 }],
  ])('%s', async (_, options, size) => {
    const page = await showMap('?date=2024-12-05&v=1', { ...options, ...size })
    // That the link was shared is said until somebody closes it.
    await page.evaluate(() => {
      for (const close of document.querySelectorAll<HTMLElement>('.note button')) close.click()
    })
    await setLetters(page, 2 * LETTERS)
    try {
      const found: string[] = []
      for (const query of LARGE) {
        await goTo(page, query)
        found.push(...(await unreadable(page)).map((what) => `${query}: ${what}`))
      }
      await goTo(page, '?date=2024-12-05&v=1')
      for (const opens of ['.date-button', '.playback-button']) {
        await page.locator(opens).click()
        await page.getByRole('dialog').waitFor()
        await atRest(page)
        const { x, y, width, height } = (await page.locator('.popover, .playback-popover').boundingBox())!
        const within = x >= 0 && y >= 0 && x + width <= size.width && y + height <= size.height
        if (!within) found.push(`${opens}: what it opens lies beyond the page`)
        await page.keyboard.press('Escape')
      }
      expect(found).toEqual([])
    } finally {
      await setLetters(page, LETTERS)
    }
  })
})

describe('with the keyboard alone', () => {
  it('every control is reached, with a mark that shows where the focus is', async () => {
    const page = await openMap('?date=2024-12-05&v=1')
    // Notes how every control looks without the focus, to compare with later.
    const controls = await page.evaluate(() => {
      const looks = (one: Element) =>
        [one, ...one.querySelectorAll('*')]
          .map((part) => getComputedStyle(part))
          .map(({ outlineStyle, outlineWidth, boxShadow }) => `${outlineStyle} ${outlineWidth} ${boxShadow}`)
          .join('|')
      const all = [
        ...document.querySelectorAll<HTMLButtonElement>(
          'button, select, input, summary, a[href], [tabindex="0"]',
        ),
      ].filter((one) => one.checkVisibility() && !one.disabled)
      Object.assign(window, { looks, before: new Map(all.map((one) => [one, looks(one)])) })
      return all.map((one) => one.getAttribute('aria-label') ?? one.textContent)
    })
    // By number: what a control says may change while events come in.
    const [reached, unmarked] = [new Set<number>(), new Set<string>()]
    for (let i = 0; i < controls.length + 10; i++) {
      await page.keyboard.press('Tab')
      const focus = await page.evaluate(() => {
        const { looks, before } = window as unknown as {
          looks(one: Element): string
          before: Map<Element, string>
        }
        const one = document.activeElement
        if (!one || !before.has(one)) return null
        return { index: [...before.keys()].indexOf(one), marked: looks(one) !== before.get(one) }
      })
      if (!focus) continue
      reached.add(focus.index)
      if (!focus.marked) unmarked.add(`${focus.index} ${controls[focus.index]}`)
    }
    expect([...unmarked]).toEqual([])
    expect(controls.filter((_, i) => !reached.has(i))).toEqual([])
  })

  it('the day can be moved and played', async () => {
    const page = await showMap('?date=2024-12-05&v=1')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-06' })
    await page.keyboard.press('Shift+ArrowLeft')
    await expect.poll(() => linkOf(page)).toMatchObject({ date: '2024-12-05' })
    await page.keyboard.press(' ')
    await expect.poll(async () => (await linkOf(page)).date > '2024-12-06', { timeout: 10_000 }).toBe(true)
    await page.keyboard.press(' ')
    // That nothing moves while it says "Play" is tested with the clock.
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor()
  })

  it('the slider tells day and change in words', async () => {
    const page = await showMap('?date=2024-12-05&v=1')
    const slider = page.getByRole('slider', { name: 'Day' })
    expect(await slider.getAttribute('aria-valuetext')).toContain('5 December 2024')
    expect(await slider.getAttribute('aria-valuenow')).toBe('9')
  })
})
