/** Whether all of a page can be read and reached, whatever the size of its letters. */
import type { Page } from 'playwright-core'

/**
 * Sets the size of letters that a reader's browser is set to: `rem` in style sheets, `em` in their media queries.
 * @param size CSS pixels; 16 is the usual one
 */
export async function setLetters(page: Page, size: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: (size * 13) / 16 } })
  await session.detach()
}

/** @returns texts that lie under something else, and controls beyond the page; what can be scrolled to counts as there */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      getComputedStyle(element).pointerEvents !== 'none'
    /** The part of an element that its own edges and those of what it scrolls in leave to be seen. */
    const seen = (element: Element) => {
      let [left, top, right, bottom] = [0, 0, innerWidth, innerHeight]
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (at !== element && getComputedStyle(at).overflow === 'visible') continue
        if (getComputedStyle(at).display === 'inline') continue
        const box = at.getBoundingClientRect()
        ;[left, top] = [Math.max(left, box.left), Math.max(top, box.top)]
        ;[right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)]
      }
      return { left, top, right, bottom }
    }
    const texts = document.createTreeWalker(document.querySelector('.page')!, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const text = texts.currentNode as Text
      const element = text.parentElement!
      if (!text.data.trim() || element.closest('.map, .compare-stage') || !isShown(element)) continue
      const within = seen(element)
      const range = document.createRange()
      range.selectNodeContents(text)
      for (const line of range.getClientRects()) {
        const y = (line.top + line.bottom) / 2
        for (const x of [line.left + 3, (line.left + line.right) / 2, line.right - 3]) {
          if (x < within.left || x > within.right || y < within.top || y > within.bottom) continue
          const above = document.elementFromPoint(x, y)
          // The handle of the day may stand anywhere; what is chosen by pressing its name has the two in one label.
          if (
            !above?.checkVisibility({ opacityProperty: true }) ||
            above.closest('.track-handle') ||
            element.closest('label')?.contains(above)
          )
            continue
          if (!above.contains(element) && !element.contains(above))
            found.add(`"${text.data}" lies under ${above.className || above.tagName}`)
        }
      }
    }
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      // A sheet that shows three lines is drawn higher for the rest.
      (element.className === 'panel-body' ||
        /auto|scroll/.test(getComputedStyle(element).overflow) ||
        scrolls(element.parentElement))
    for (const control of document.querySelectorAll('.page :is(button, a[href], input, select)')) {
      const { left, top, right, bottom, width } = control.getBoundingClientRect()
      const isBeyond = left < -1 || right > innerWidth + 1 || top < -1 || bottom > innerHeight + 1
      if (isBeyond && width > 1 && isShown(control) && !scrolls(control.parentElement))
        found.add(`"${control.getAttribute('aria-label') ?? control.textContent}" is beyond the page`)
    }
    return [...found]
  })
}
