/**
 * Lets the browser fetch what the first picture needs all at once: without it, the map's code and the data would only
 * be asked for once the first module has arrived and run.
 */
import type { HtmlTagDescriptor, Plugin } from 'vite'
import { codesOfBrowsers, FIRST_LANGUAGE, LANGUAGES } from '../src/chronicle/languages.ts'
import { ATLAS_LIST_ID, type AtlasEntry } from '../src/ui/data/atlas-list.ts'
import { FIRST_FILES } from '../src/ui/data/first-files.ts'
import { CATALOGUE } from './messages.ts'

/** Module whose chunk, with all that it imports, is wanted from the start. */
const MAP = /\/src\/map\/map-view\.ts$/

export function preload(): Plugin {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((file) => file.type === 'chunk')
        const wanted = new Set<string>()
        const want = (fileName: string) => {
          if (wanted.has(fileName)) return
          wanted.add(fileName)
          chunks.find((chunk) => chunk.fileName === fileName)?.imports.forEach(want)
        }
        const map = chunks.find(({ facadeModuleId }) => facadeModuleId && MAP.test(facadeModuleId))
        if (!map) throw new Error('There is no chunk of the map to preload.')
        want(map.fileName)
        const sheets = new Set(
          chunks
            .filter(({ fileName }) => wanted.has(fileName))
            .flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])])
            .filter((file) => !html.includes(file)),
        )
        const modules = [...wanted].filter((file) => !html.includes(file))
        const early = { injectTo: 'head-prepend' as const }
        const tags: HtmlTagDescriptor[] = [
          // Browsers look for it in the first kilobyte only.
          { tag: 'meta', attrs: { charset: 'utf-8' }, ...early },
          // Before any style sheet: a script waits for those above it.
          { tag: 'script', children: preloadMessages(chunks), ...early },
          { tag: 'script', children: preloadData(html), ...early },
          ...[...sheets].map((file) => link({ rel: 'stylesheet', crossorigin: true, href: `./${file}` })),
          ...modules.map((file) => link({ rel: 'modulepreload', crossorigin: true, href: `./${file}` })),
        ]
        return { html: html.replace('<meta charset="utf-8" />', ''), tags }
      },
    },
  }
}

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
  const files = ${JSON.stringify(files)}
  const wanted = [new URLSearchParams(location.search).get('lang'), ...navigator.languages]
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
  const wanted = new URLSearchParams(location.search).get('atlas')
  const folder = ${JSON.stringify(further)}.includes(wanted) ? './data/' + wanted + '/' : './data/'
  for (const file of ${JSON.stringify(Object.values(FIRST_FILES))}) {
    const link = Object.assign(document.createElement('link'), { rel: 'preload', as: 'fetch', crossOrigin: '', href: folder + file })
    document.head.append(link)
  }
}`
}

function link(attrs: Record<string, string | boolean>) {
  return { tag: 'link', attrs, injectTo: 'head' as const }
}
