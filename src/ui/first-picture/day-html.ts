/**
 * The HTML of a page that arrives with a day in it, for any atlas, day and set of languages, from files alone: free of
 * the page and of Node, so that a build, a script or a test can call it:
 *
 *     const data = dayPageData((name) => readFileSync(`dist/data/${name}`, 'utf8'), several)
 *     const { script, style, plainStyle, body } = dayHtml(data, dayOf('2024-12-05'), [wordsIn('en'), wordsIn('ar')])
 *
 * The opening day of the first atlas is put into index.html by vite/first-picture.ts.
 */
import { decodeAtlas } from '../../chronicle/atlas.ts'
import type { Conflict } from '../../chronicle/conflict.ts'
import { type Day, isoOf } from '../../chronicle/day.ts'
import { dayChanges } from '../../chronicle/day-changes.ts'
import { codesOfBrowsers, FIRST_LANGUAGE, LANGUAGES } from '../../chronicle/languages.ts'
import { withLineage } from '../../chronicle/lineage.ts'
import { QUIET_KEYS } from '../../link/index.ts'
import { entriesOfPath } from '../../link/path.ts'
import { majorLabelsFile } from '../../map/label-layers.ts'
import { stillFiles } from '../../still/base-map.ts'
import { insetsOf } from '../page-layout.ts'
import { BEGUN_KEY } from '../shell/visits.ts'
import type { Words } from '../words/words.ts'
import { type DayPageData, dayPage } from './day-page.ts'
import { FIRST_PICTURE, layPicture, SAME_PICTURE } from './first-picture.ts'

/** Zoom that the picture is drawn for, roughly: which files of the base map it needs. */
const ZOOM = 6

/** Where no program may run the picture stands above what the page says then, and the page can be scrolled. */
const WITHOUT_SCRIPTS = [
  'html,body{height:auto;overflow:auto}',
  `html body #${FIRST_PICTURE}{position:relative;height:min(76vh,720px);touch-action:auto}`,
  `html body #${FIRST_PICTURE} .bottom{display:none}`,
  '#root{display:none}',
  // Below the picture, not over it.
  'body noscript{position:static}',
].join('')

/** Parts of a page, each without its own tags but for `body`. */
export interface DayHtml {
  /** a script for the beginning of the head: language, direction and theme, and whether the picture is what the link asks for */
  script: string
  /** rules for the head, after the style sheet of the application */
  style: string
  /** rules for a `<noscript>` of the head */
  plainStyle: string
  /** first element of `<body>`, with its script */
  body: string
}

/**
 * @param file gives the text of a file that readers of the atlas may ask for, by its path below `data/`
 *   (below `data/<id>/` for a further atlas)
 * @param several whether the build holds further atlases
 * @returns what the pages of all days of the atlas are made from
 */
export function dayPageData(file: (name: string) => string, several: boolean): DayPageData {
  const json = (name: string) => JSON.parse(file(name))
  const factions = json('factions.json')
  const atlas = withLineage(decodeAtlas(json('atlas/atlas.json')), factions)
  const conflict: Conflict = json('conflict.json')
  const files = stillFiles(ZOOM, FIRST_LANGUAGE, conflict.languages)
  return {
    conflict,
    several,
    factions,
    governorates: json('governorates.json'),
    atlas,
    changes: dayChanges(atlas),
    // The application has none either when it sets out the page: the sentence would change under the reader's eyes.
    evidence: null,
    sources: Object.fromEntries(Object.entries(files).map(([name, path]) => [name, json(path)])),
    names: (language) => json(majorLabelsFile(language, conflict.languages)),
  }
}

/**
 * @param languages words of every language that the page shall speak; the first is the one that it has without scripts
 * @returns the page of a day: picture, headline, date, who holds ground, place on the track. The script takes it for the
 *   right one when the link asks for this day or for none, so such a page has to open its application at that day.
 */
export function dayHtml(data: DayPageData, day: Day, languages: readonly Words[]): DayHtml {
  const { style, body } = dayPage(data, day, languages)
  return {
    script: readersChoice(isoOf(day)),
    style,
    plainStyle: WITHOUT_SCRIPTS,
    body: `${body}\n    <script>${fitting()}</script>`,
  }
}

/** A script for the head: language, direction and theme as the application will have them, and whether the picture is right. */
function readersChoice(day: string): string {
  const directions = Object.fromEntries(LANGUAGES.map(({ code, direction }) => [code, direction]))
  return `{
  const query = new URLSearchParams(location.search)
  const path = (${entriesOfPath})(location.pathname.slice(new URL('.', document.baseURI).pathname.length)).filter(([key]) => key !== 'atlas')
  const lang = query.get('lang') ?? Object.fromEntries(path).lang
  const page = document.documentElement
  const directions = ${JSON.stringify(directions)}
  const codes = ${JSON.stringify(codesOfBrowsers())}
  const preferred = navigator.languages.map((tag) => codes[tag.split('-')[0].toLowerCase()]).find(Boolean)
  page.lang = lang in directions ? lang : (preferred ?? '${FIRST_LANGUAGE}')
  page.dir = directions[page.lang]
  const theme = query.get('theme')
  page.dataset.theme = theme === 'light' || theme === 'dark' ? theme : matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const same = ${JSON.stringify(SAME_PICTURE)}
  const first = () => {
    try {
      return localStorage.getItem('${BEGUN_KEY}') === null
    } catch {
      return false
    }
  }
  const quiet = ${JSON.stringify(QUIET_KEYS)}
  if ([...path, ...query].every(([key]) => quiet.includes(key)) && first()) page.dataset.greet = '1'
  if (![...path, ...query].every(([key, value]) => (key === 'date' ? value === '${day}' : same.includes(key)))) page.dataset.firstPicture = 'wrong'
}`
}

/** A script behind the picture: lays it where the map will lie, and keeps what the reader does before anybody can answer. */
function fitting(): string {
  return `{
  const insetsOf = ${insetsOf.toString()}
  const layPicture = ${layPicture.toString()}
  const whole = document.getElementById('${FIRST_PICTURE}')
  const picture = whole.querySelector('svg')
  const boxOf = (part) => {
    const box = whole.querySelector('[data-part=' + part + ']').getBoundingClientRect()
    return box.width > 0 ? box : null
  }
  const fit = () => {
    // Later the application lays it, by its own parts.
    if (document.documentElement.dataset.firstPicture === 'map' || !whole.isConnected) return
    const map = whole.getBoundingClientRect()
    const head = boxOf('head')
    layPicture(picture, map, insetsOf({ map, head, side: head, bottom: (map.width < 900 && boxOf('greeting')) || boxOf('sheet') || boxOf('dock'), panel: null }))
  }
  if (document.documentElement.dataset.firstPicture !== 'wrong') {
    fit()
    addEventListener('resize', fit)
    // Letters of another width make other lines.
    document.fonts.addEventListener('loadingdone', fit)
  }
  window.early = []
  for (const type of ['pointerdown', 'pointermove', 'pointerup', 'wheel', 'keydown'])
    addEventListener(type, (event) => window.early?.length < 500 && window.early.push(event), { capture: true, passive: true })
}`
}
