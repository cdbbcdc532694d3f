/**
 * Puts the opening day into the page: its picture, headline and track are there before any program (src/ui/first-picture),
 * in the reader's language and theme. Where the link asks for another view the picture stays hidden: none is better than
 * a wrong one.
 */
import type { HtmlTagDescriptor } from 'vite'
import { LANGUAGES } from '../src/chronicle/languages.ts'
import { wordsIn } from '../src/cli/words-in.ts'
import { type DayHtml, dayHtml, dayPageData } from '../src/ui/first-picture/day-html.ts'

/** Where the page has it, in index.html. */
const PLACE = '<!-- first-picture -->'

/**
 * @param file gives the text of a file that readers of the atlas may ask for
 * @param several whether the build holds further atlases
 * @returns the opening day in all languages
 */
export function openingDay(file: (name: string) => string, several: boolean): DayHtml {
  const data = dayPageData(file, several)
  const words = LANGUAGES.map(({ code }) => wordsIn(code))
  return dayHtml(data, data.atlas.start, words)
}

/** @returns the page with the day in it, and what its head needs */
export function withDay(
  html: string,
  { script, style, plainStyle, body }: DayHtml,
): { html: string; tags: HtmlTagDescriptor[] } {
  // The page of a bench or a test need not have one.
  if (!html.includes(PLACE)) return { html, tags: [] }
  return {
    // Not as a string: `$` has a meaning there.
    html: html.replace(PLACE, () => body),
    tags: [
      { tag: 'script', children: script, injectTo: 'head-prepend' },
      { tag: 'style', children: style, injectTo: 'head' },
      { tag: 'noscript', children: [{ tag: 'style', children: plainStyle }], injectTo: 'head' },
    ],
  }
}
