/**
 * Journeys of somebody who hears the map instead of seeing it, by the browser's accessibility tree: what a screen reader
 * is given, whatever the markup looks like.
 */
import type { CDPSession, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { atRest, showMap } from './harness.ts'

interface Heard {
  role: string
  /** what is said: its name, or all the text within */
  name: string
  /** states that are said with it, for example `pressed` */
  states: Record<string, unknown>
}

const sessions = new WeakMap<Page, CDPSession>()

/** @returns all that is not hidden from screen readers, in order */
async function heard(page: Page): Promise<Heard[]> {
  let session = sessions.get(page)
  if (!session) {
    session = await page.context().newCDPSession(page)
    sessions.set(page, session)
  }
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const textOf = (id: string): string => {
    const node = byId.get(id)
    if (!node || node.role?.value === 'InlineTextBox') return ''
    if (node.role?.value === 'StaticText') return String(node.name?.value ?? '')
    return (node.childIds ?? []).map(textOf).join(' ')
  }
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ nodeId, role, name, properties = [] }) => ({
      role: String(role?.value),
      name: (String(name?.value ?? '') || textOf(nodeId)).replace(/\s+/g, ' ').trim(),
      states: Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
    }))
}

const named = async (page: Page, role: string) =>
  (await heard(page)).filter((one) => one.role === role).map(({ name }) => name)

/** @returns what is read out without being gone to */
const announced = async (page: Page) =>
  (await heard(page)).filter(({ states }) => states.live === 'polite').map(({ name }) => name)

/** @returns where the focus is: the innermost that says so */
const focused = async (page: Page) =>
  (await heard(page)).findLast(({ states, role }) => states.focused && role !== 'RootWebArea')

it('a day: its name, what changed on it, and the next one, from the slider', async () => {
  const page = await showMap('?date=2024-12-05&v=1')
  expect(await named(page, 'heading')).toContain('Thursday, 5 December 2024')
  await page.getByRole('slider', { name: 'Day' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect
    .poll(() => announced(page))
    .toContainEqual(expect.stringMatching(/^Friday, 6 December 2024\. .*km²/))
  expect(await focused(page)).toMatchObject({ role: 'slider', name: 'Day' })
  expect(await named(page, 'heading')).toContain('Friday, 6 December 2024')
})

it('who holds a place: asked in the search, answered with since when and who says so, and back', async () => {
  const page = await showMap('?date=2024-12-08&v=1')
  await page.keyboard.press('/')
  await expect.poll(() => focused(page)).toMatchObject({ role: 'combobox', name: 'Place, event or date' })
  await page.keyboard.type('damascus')
  await expect.poll(async () => (await named(page, 'option'))[0]).toMatch(/^Damascus/)
  await page.keyboard.press('Enter')
  await expect
    .poll(() => announced(page))
    .toContainEqual(expect.stringMatching(/^Damascus, 8 December 2024: .*HTS.* Grade [ABC]/))
  const headings = await named(page, 'heading')
  expect(headings).toEqual(expect.arrayContaining(['Why this colour', 'What it rests on']))
  expect(await named(page, 'link')).not.toEqual([])
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await focused(page))?.role).toBe('application')
})

it('the middle of the view: the map itself is asked, and says what it is', async () => {
  const page = await showMap('?date=2024-12-08&view=37.15_36.2_9&v=1')
  await page.getByRole('application').focus()
  expect((await focused(page))?.name).toContain('Press Enter')
  await page.keyboard.press('Enter')
  await expect
    .poll(() => announced(page))
    .toContainEqual(expect.stringMatching(/: Syrian National Army.*since 1 December 2024\. Grade/))
})

it('a faction is switched off and on, and its button says so', async () => {
  const page = await showMap('?date=2024-12-05&v=1')
  const row = page.getByRole('button', { name: /^Syrian Democratic Forces/ })
  await row.focus()
  const pressed = async () => (await focused(page))?.states.pressed
  await expect.poll(pressed).toBe('true')
  await page.keyboard.press('Space')
  await expect.poll(pressed).toBe('false')
  await page.keyboard.press('Space')
  await expect.poll(pressed).toBe('true')
})

it('the map as a table: factions and days of a governorate, each figure with its heads', async () => {
  const page = await showMap('?date=2024-12-08&panel=numbers&in=SY-HL&v=1')
  await page.locator('.numbers-table summary').focus()
  await page.keyboard.press('Enter')
  await expect
    .poll(() => named(page, 'rowheader'))
    .toContainEqual(expect.stringContaining('30 November 2024'))
  const all = await heard(page)
  const heads = all.filter(({ role }) => role === 'columnheader').map(({ name }) => name)
  expect(heads).toContainEqual(expect.stringContaining('SDF'))
  expect(all.filter(({ role }) => role === 'table').map(({ name }) => name)).toContainEqual(
    expect.stringContaining('Aleppo'),
  )
})

it('in Arabic: a story is told step by step', async () => {
  const page = await showMap('?story=twelve-days.1&lang=ar&v=1')
  const before = await announced(page)
  const next = page.locator('.story-next')
  await next.focus()
  await page.keyboard.press('Enter')
  await atRest(page)
  const after = (await announced(page)).filter((text) => !before.includes(text))
  expect(after).toContainEqual(expect.stringMatching(/\p{Script=Arabic}{3}/u))
  expect((await heard(page)).find(({ role }) => role === 'RootWebArea')?.name).toMatch(/\p{Script=Arabic}/u)
})
