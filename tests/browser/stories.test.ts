import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Story } from '../../src/ui/panels/stories/story.ts'
import { frozen } from '../fixtures/frozen.ts'
import { linkOf, openMap, showMap } from './harness.ts'

const story = frozen('stories/twelve-days.json') as Story
const viewOf = (step: number) => {
  const named = new URLSearchParams(story.steps[step - 1].link)
  const [lon, lat] = (named.get('view') ?? '').split('_').map(Number)
  return { date: named.get('date'), lon, lat }
}

/** Waits until date and place of the map are those of a step. */
async function expectStep(page: Page, step: number) {
  const { date, lon, lat } = viewOf(step)
  await expect.poll(() => linkOf(page)).toMatchObject({ date, story: `twelve-days.${step}` })
  // The view is moved aside for the panel, so the middle of the map is not quite that of the step.
  await expect
    .poll(async () => {
      const [x, y] = (await linkOf(page)).view.split('_').map(Number)
      return Math.abs(x - lon) < 1.2 && Math.abs(y - lat) < 1.2
    })
    .toBe(true)
}

describe('a story', () => {
  it('sets date and view, step by step, and comes back', async () => {
    const page = await showMap('?panel=stories&v=1')
    await page.getByRole('button', { name: `begin ${story.title.en}` }).click()
    const card = page.getByRole('article')
    for (const step of [1, 2, 3]) {
      await expect.poll(() => card.textContent()).toContain(story.steps[step - 1].sentences[0].en)
      await expectStep(page, step)
      if (step < 3) await card.getByRole('button', { name: 'Next' }).click()
    }
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('30 November 2024')
    await expect.poll(() => card.locator('a[href]').count()).toBeGreaterThan(0)
    await card.getByRole('button', { name: 'Back' }).click()
    await expectStep(page, 2)
    await page.goBack()
    await expect.poll(() => linkOf(page)).toMatchObject({ story: 'twelve-days.3', date: viewOf(3).date })
  })

  it('is opened by a link at its step, in Arabic', async () => {
    const page = await openMap('?story=twelve-days.5&lang=ar')
    await expect.poll(() => page.getByRole('article').textContent()).toContain(story.steps[4].sentences[0].ar)
    await expectStep(page, 5)
  })

  it('leaves the day of a link that names one', async () => {
    const page = await showMap('?date=2025-05-05&story=twelve-days.5&v=1')
    await expect.poll(() => page.getByRole('article').textContent()).toContain(story.steps[4].title.en)
    expect(await linkOf(page)).toMatchObject({ date: '2025-05-05', story: 'twelve-days.5' })
  })

  it('that does not exist is said so, and the others are offered', async () => {
    const page = await showMap('?story=nonsense.2')
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('nonsense')
    expect(await page.getByRole('button', { name: /: begin / }).count()).toBe(5)
  })
})
