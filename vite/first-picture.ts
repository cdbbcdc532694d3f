/**
 * Puts the opening day into the page: its picture, headline and track are there before any program (src/ui/first-picture),
 * in the reader's language and theme. Where the link asks for another view the picture stays hidden: none is better than
 * a wrong one.
 */
import type { HtmlTagDescriptor } from 'vite'
import { decodeAtlas } from '../src/chronicle/atlas.ts'
import type { Conflict } from '../src/chronicle/conflict.ts'
import { isoOf } from '../src/chronicle/day.ts'
import { dayChanges } from '../src/chronicle/day-changes.ts'
import { codesOfBrowsers, FIRST_LANGUAGE, LANGUAGES } from '../src/chronicle/languages.ts'
import { wordsIn } from '../src/cli/words-in.ts'
import { majorLabelsFile } from '../src/map/label-layers.ts'
import { stillFiles } from '../src/still/base-map.ts'
import { type DayPage, type DayPageData, dayPage } from '../src/ui/first-picture/day-page.ts'
import { FIRST_PICTURE, SAME_PICTURE } from '../src/ui/first-picture/first-picture.ts'
import { insetsOf } from '../src/ui/page-layout.ts'

/** Where the page has it, in index.html. */
const PLACE = '<!-- first-picture -->'
/** Zoom that the picture is drawn for, roughly: which files of the base map it needs. */
const ZOOM = 6

/** Where no program may run the picture stands above what the page says then, and the page can be scrolled. */
const WITHOUT_SCRIPTS = [
  'html,body{height:auto;overflow:auto}',
  `html body #${FIRST_PICTURE}{position:relative;height:min(76vh,720px);touch-action:auto}`,
  `html body #${FIRST_PICTURE} .bottom{display:none}`,
  '#root{display:none}',
].join('')

export interface OpeningDay {
  /** ISO */
  day: string
  page: DayPage
}

/**
 * @param file gives the text of a file that readers of the atlas may ask for
 * @param several whether the build holds further atlases
 * @returns the opening day in all languages
 */
export function makeOpeningDay(file: (name: string) => string, several: boolean): OpeningDay {
  const data = dayPageData(file, several)
  const words = LANGUAGES.map(({ code }) => wordsIn(code))
  return { day: isoOf(data.atlas.start), page: dayPage(data, data.atlas.start, words) }
}

/** @returns what pages of the days of an atlas are made from */
export function dayPageData(file: (name: string) => string, several: boolean): DayPageData {
  const json = (name: string) => JSON.parse(file(name))
  const atlas = decodeAtlas(json('atlas/atlas.json'))
  const conflict: Conflict = json('conflict.json')
  const files = stillFiles(ZOOM, FIRST_LANGUAGE, conflict.languages)
  return {
    conflict,
    several,
    factions: json('factions.json'),
    governorates: json('governorates.json'),
    atlas,
    changes: dayChanges(atlas),
    // The application has none either when it sets out the page: the sentence would change under the reader's eyes.
    evidence: null,
    sources: Object.fromEntries(Object.entries(files).map(([name, path]) => [name, json(path)])),
    names: (language) => json(majorLabelsFile(language, conflict.languages)),
  }
}

/** @returns the page with the day in it, and what its head needs */
export function withDay(
  html: string,
  { day, page: { style, body } }: OpeningDay,
): { html: string; tags: HtmlTagDescriptor[] } {
  // The page of a bench or a test need not have one.
  if (!html.includes(PLACE)) return { html, tags: [] }
  return {
    // Not as a string: `$` has a meaning there.
    html: html.replace(PLACE, () => `${body}\n    <script>${fitting()}</script>`),
    tags: [
      { tag: 'script', children: readersChoice(day), injectTo: 'head-prepend' },
      { tag: 'style', children: style, injectTo: 'head' },
      { tag: 'noscript', children: [{ tag: 'style', children: WITHOUT_SCRIPTS }], injectTo: 'head' },
    ],
  }
}

/** A script for the head: language, direction and theme as the application will have them, and whether the picture is right. */
function readersChoice(day: string): string {
  const directions = Object.fromEntries(LANGUAGES.map(({ code, direction }) => [code, direction]))
  return `{
  const query = new URLSearchParams(location.search)
  const page = document.documentElement
  const directions = ${JSON.stringify(directions)}
  const codes = ${JSON.stringify(codesOfBrowsers())}
  const preferred = navigator.languages.map((tag) => codes[tag.split('-')[0].toLowerCase()]).find(Boolean)
  page.lang = query.get('lang') in directions ? query.get('lang') : (preferred ?? '${FIRST_LANGUAGE}')
  page.dir = directions[page.lang]
  const theme = query.get('theme')
  page.dataset.theme = theme === 'light' || theme === 'dark' ? theme : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const same = ${JSON.stringify(SAME_PICTURE)}
  if (![...query].every(([key, value]) => (key === 'date' ? value === '${day}' : same.includes(key)))) page.dataset.firstPicture = 'wrong'
}`
}

/** A script behind the picture: lays it where the map will lie, and keeps what the reader does before anybody can answer. */
function fitting(): string {
  return `{
  const insetsOf = ${insetsOf.toString()}
  const whole = document.getElementById('${FIRST_PICTURE}')
  const picture = whole.querySelector('svg')
  const boxOf = (part) => {
    const box = whole.querySelector('[data-part=' + part + ']').getBoundingClientRect()
    return box.width > 0 ? box : null
  }
  const fit = () => {
    if (!whole.isConnected) return removeEventListener('resize', fit)
    const map = whole.getBoundingClientRect()
    const head = boxOf('head')
    const { top, right, bottom, left } = insetsOf({ map, head, side: head, bottom: boxOf('sheet') ?? boxOf('dock'), panel: null })
    const [width, height] = [map.width - left - right, map.height - top - bottom]
    picture.style = 'left:' + left + 'px;top:' + top + 'px;width:' + width + 'px;height:' + height + 'px'
    const box = picture.viewBox.baseVal
    picture.style.setProperty('--still', 1 / Math.min(width / box.width, height / box.height))
  }
  if (document.documentElement.dataset.firstPicture !== 'wrong') {
    fit()
    addEventListener('resize', fit)
  }
  window.early = []
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'wheel', 'keydown'])
    addEventListener(type, (event) => window.early?.length < 500 && window.early.push(event), { capture: true, passive: true })
}`
}
