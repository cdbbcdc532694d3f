import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { goTo, isReady, linkOf, openMap } from './harness.ts'
import { linkTo } from './places.ts'

const greeting = (page: Page) => page.getByRole('region', { name: 'Begin here' })
const key = (page: Page) => page.locator('.key-in-view').textContent()

it('is greeted until the first act, and never again; the key explains what is on screen', async () => {
  const page = await openMap()
  await greeting(page).waitFor()
  const ways = greeting(page).getByRole('button')
  expect(await ways.allTextContents()).toEqual([
    expect.stringMatching(/^Play 26 November/),
    'Newest day',
    'Stories',
    '',
  ])
  // Looking around is no act; a key that moves the day is.
  await page.keyboard.press('Tab')
  expect(await greeting(page).count()).toBe(1)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => greeting(page).count()).toBe(0)
  expect(await linkOf(page)).toMatchObject({ date: '2024-11-27' })

  await goTo(page, linkTo('palmyra', '2024-11-26'))
  await expect.poll(() => key(page)).toBe('')
  await goTo(page, '?date=2024-12-07&v=1')
  await expect.poll(() => key(page)).toMatch(/front line.*inferred.*changing hands/)

  await page.goto(page.url().replace(/\?.*/, ''))
  await isReady(page)
  await page.locator('.play-first').waitFor()
  expect(await greeting(page).count()).toBe(0)
})
