/**
 * Lets the browser fetch what the first picture needs all at once: without it, the map's code and the data would only
 * be asked for once the first module has arrived and run.
 */
import type { HtmlTagDescriptor, Plugin } from 'vite'
import { codesOfBrowsers, FIRST_LANGUAGE, LANGUAGES } from '../src/chronicle/languages.ts'
import { entriesOfPath } from '../src/link/path.ts'
import { ATLAS_LIST_ID, type AtlasEntry } from '../src/ui/data/atlas-list.ts'
import { COARSE_FILES, FIRST_FILES } from '../src/ui/data/first-files.ts'
import { FIRST_PICTURE } from '../src/ui/first-picture/first-picture.ts'
import { canDraw, lightReason } from '../src/ui/map/light-reason.ts'
import { CATALOGUE } from './messages.ts'

/** What all addresses of the page are relative to, as index.html has it. */
const BASE = '<base href="./" />'
/** Modules whose chunks, with all that they import, are wanted from the start: of the full map, or of the light one. */
const MAPS = { full: /\/src\/map\/map-view\.ts$/, light: /\/src\/light\/light-view\.ts$/ }
type MapKind = keyof typeof MAPS
/** How the page asks for its program, as Vite writes it. */
const PROGRAM = /\s*<script type="module" crossorigin src="([^"]+)"><\/script>/
/** Longest that the program waits for the picture of the page to be painted, milliseconds. */
const PAINT_MS = 1000

export function preload(): Plugin {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const chunksOf = (kind: MapKind) => {
          const wanted = new Set<string>()
          const want = (fileName: string) => {
            if (wanted.has(fileName)) return
            wanted.add(fileName)
            chunks.find((chunk) => chunk.fileName === fileName)?.imports.forEach(want)
          }
          const map = chunks.find(({ facadeModuleId }) => facadeModuleId && MAPS[kind].test(facadeModuleId))
          if (!map) throw new Error(`There is no chunk of the ${kind} map to preload.`)
          want(map.fileName)
          const sheets = new Set(
            chunks
              .filter(({ fileName }) => wanted.has(fileName))
              .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]),
          )
          const missing = (files: Iterable<string>) =>
            [...files].filter((file) => !html.includes(file)).map((file) => `./${file}`)
          return { modules: missing(wanted), sheets: missing(sheets) }
        }
        const early = { injectTo: 'head-prepend' as const }
        const tags: HtmlTagDescriptor[] = [
          // Browsers look for it in the first kilobyte only.
          { tag: 'meta', attrs: { charset: 'utf-8' }, ...early },
          // Before anything that is asked for.
          { tag: 'base', attrs: { href: './' }, ...early },
          // Before any style sheet: a script waits for those above it.
          { tag: 'script', children: preloadMessages(chunks), ...early },
          { tag: 'script', children: preloadData(html), ...early },
        ]
        const [program, file] = PROGRAM.exec(html) ?? []
        if (!program) throw new Error('The page has no program to start.')
        const begin = start(file, { full: chunksOf('full'), light: chunksOf('light') })
        return {
          html: html
            .replace('<meta charset="utf-8" />', '')
            .replace(BASE, '')
            .replace(program, '')
            // What is painted first has no need of them.
            .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
            .replace('</body>', () => `<script>${begin}</script>\n  </body>`),
          tags,
        }
      },
    },
  }
}

/** What a link says of a key, for scripts of the head. */
const SAID = `const said = (key) => new URLSearchParams(location.search).get(key) ??
    (${entriesOfPath})(location.pathname.slice(new URL('.', document.baseURI).pathname.length)).find(([one]) => one === key)?.[1]`

/** @returns a script that asks for the messages of one language, the same that src/ui/opening.ts will want */
function preloadMessages(chunks: readonly { fileName: string; facadeModuleId: string | null }[]): string {
  const catalogues: Record<string, string> = Object.fromEntries(
    chunks.flatMap(({ fileName, facadeModuleId }) => {
      const language = CATALOGUE.exec(facadeModuleId ?? '')?.[1]
      return language ? [[language, `./${fileName}`]] : []
    }),
  )
  const missing = LANGUAGES.filter(({ code }) => !(code in catalogues)).map(({ name }) => name)
  const files = Object.fromEntries(
    Object.entries(codesOfBrowsers()).map(([tag, language]) => [tag, catalogues[language]]),
  )
  if (missing.length > 0) throw new Error(`There are no messages to preload in ${missing.join(', ')}.`)
  return `{
  ${SAID}
  const files = ${JSON.stringify(files)}
  const wanted = [said('lang'), ...navigator.languages]
  const language = wanted.map((tag) => (tag ?? '').split('-')[0].toLowerCase()).find((tag) => tag in files) ?? '${FIRST_LANGUAGE}'
  const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href: files[language] })
  document.head.append(link)
}`
}

/** @returns a script that asks for the first files of one atlas, the same that src/ui/data/load.ts will want */
function preloadData(html: string): string {
  const [, list = '[]'] = new RegExp(`id="${ATLAS_LIST_ID}">(.*?)</script>`).exec(html) ?? []
  const [, ...further] = (JSON.parse(list) as AtlasEntry[]).map(({ id }) => id)
  return `{
  ${SAID}
  const wanted = said('atlas')
  const folder = ${JSON.stringify(further)}.includes(wanted) ? './data/' + wanted + '/' : './data/'
  const files = ${JSON.stringify(FIRST_FILES)}
  const light = (${lightReason})(location.search, navigator)
  // Before anything is painted: the style sheet goes by this, and asks for no letters.
  if (light) document.documentElement.dataset.map = 'light'
  if (light) Object.assign(files, ${JSON.stringify(COARSE_FILES)})
  for (const file of Object.values(files)) {
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: '', href: folder + file })
    document.head.append(link)
  }
}`
}

/**
 * @returns a script for the end of the page: starts the program when the picture that the page arrives with is painted (where
 *   browsers tell: when its last text, which has an `elementtiming`, is on the screen),
 *   and asks for the code of the map that src/ui/map/choose-map.ts will want, and for nothing of the other one. Where the
 *   picture stands for the map, that is fetched when nothing else is done; where it does not, at once, but for a moment:
 *   whether the full one can be drawn has to be asked, which takes time.
 */
function start(program: string, files: Record<MapKind, { modules: string[]; sheets: string[] }>): string {
  return `{
  const files = ${JSON.stringify(files)}
  const { dataset } = document.documentElement
  const choose = (kind) => {
    dataset.map = kind
    askFor(kind)
  }
  const askFor = (kind) => {
    const ask = (rel) => (href) => document.head.append(Object.assign(document.createElement('link'), { rel, crossOrigin: '', href, fetchPriority: 'low' }))
    files[kind].sheets.forEach(ask('stylesheet'))
    files[kind].modules.forEach(ask('modulepreload'))
  }
  const find = () => dataset.map || choose((${canDraw})(document) ? 'full' : 'light')
  let begun = false
  const begin = () => {
    if (begun) return
    begun = true
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', crossOrigin: '', src: '${program}' }))
  }
  const pictured = document.getElementById('${FIRST_PICTURE}') && dataset.firstPicture !== 'wrong'
  const light = dataset.map === 'light'
  const fetchMap = light ? () => askFor('light') : find
  if (pictured) window.fetchMap = fetchMap
  else if (light) fetchMap()
  else setTimeout(fetchMap)
  if (!pictured || document.hidden) begin()
  else {
    if (window.PerformanceObserver?.supportedEntryTypes?.includes('element'))
      new PerformanceObserver(begin).observe({ type: 'element', buffered: true })
    else requestAnimationFrame(() => setTimeout(begin))
    setTimeout(begin, ${PAINT_MS})
  }
}`
}
