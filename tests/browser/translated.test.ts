/** A page that the browser translates shows the same as one that it does not: every text follows, and nothing breaks. */
import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import { openMap, settled } from './harness.ts'

/**
 * Translates as Chrome does: every text gives its place to two nested `<font>`, whatever comes later too. "Translated"
 * is a text with a sign before it, so that it can be told from one that was not.
 * @param keeping the text moves into the `<font>` instead, as other translators do
 */
async function translate(page: Page, keeping: boolean) {
  await page.evaluate((keeping) => {
    const translated = new WeakSet<Node>()
    const one = (text: Text) => {
      if (!text.data.trim() || translated.has(text) || text.parentElement?.closest('font, script, style'))
        return
      const [outer, inner] = [document.createElement('font'), document.createElement('font')]
      outer.append(inner)
      if (keeping) {
        text.replaceWith(outer)
        inner.append(text)
      } else {
        inner.textContent = text.data
        translated.add(inner.firstChild!)
        text.parentNode?.insertBefore(outer, text)
        text.remove()
      }
    }
    const all = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const texts: Text[] = []
      while (walker.nextNode()) texts.push(walker.currentNode as Text)
      texts.forEach(one)
    }
    new MutationObserver((records) => {
      for (const { addedNodes, target } of records) {
        for (const node of addedNodes) node instanceof Text ? one(node) : all(node)
        if (target instanceof Text && target.isConnected) one(target)
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true })
    all(document.body)
  }, keeping)
}

/** All that a reader can read, by part of the page. */
const words = (page: Page) =>
  page.evaluate(() =>
    ['.head', '.side', '.dock', '.toolbar', '.panel', '.track'].map((name) =>
      (document.querySelector<HTMLElement>(name)?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    ),
  )

/** What somebody does on a page; the same on one that is translated and on one that is not. */
const STEPS: ((page: Page) => Promise<void>)[] = [
  (page) => page.keyboard.press('End'),
  (page) => page.keyboard.press('Home'),
  async (page) => {
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight')
  },
  (page) => page.getByRole('button', { name: 'Events', exact: true }).click(),
  (page) => page.keyboard.press('Shift+ArrowRight'),
  (page) => page.getByRole('button', { name: 'Numbers', exact: true }).click(),
  (page) => page.keyboard.press('Shift+ArrowRight'),
  (page) => page.keyboard.press('Escape'),
  (page) => page.keyboard.press('?'),
  (page) => page.keyboard.press('Escape'),
  (page) => page.keyboard.press('End'),
]

describe.each([
  ['takes texts out of the page', false],
  ['puts texts into other elements', true],
])('a translation that %s', (_, keeping) => {
  it('changes nothing of what the page says', async () => {
    const [plain, translated] = await Promise.all([1, 2].map(() => openMap('?date=2024-12-01&lang=en&v=1')))
    await translate(translated, keeping)
    for (const [index, step] of STEPS.entries()) {
      for (const page of [plain, translated]) await step(page)
      // What is said aloud waits for its turn, on each page for its own: both are read until they say the same.
      await vi.waitFor(
        async () => {
          const [said, expected] = await settled(() => Promise.all([translated, plain].map(words)))
          expect(said, `step ${index}`).toEqual(expected)
        },
        { timeout: 20_000 },
      )
    }
    expect(await translated.getByRole('heading', { level: 1 }).textContent()).not.toContain('2024')
    expect(await translated.locator('.head font').count()).toBeGreaterThan(0)
  })
})
