/**
 * Lets the browser fetch what the first picture needs all at once: without it, the map's code and the data would only
 * be asked for once the first module has arrived and run.
 */
import type { Plugin } from 'vite'

/** Module whose chunk, with all that it imports, is wanted from the start. */
const MESSAGES = /\/src\/ui\/messages\/([a-z]{2})\.json$/
const MAP = /\/src\/map\/map-view\.ts$/
const DATA = [
  'atlas/atlas.json',
  'conflict.json',
  'factions.json',
  'governorates.json',
  'positions/positions.geojson',
]

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
        return [
          // Before any style sheet: a script waits for those above it.
          { tag: 'script', children: preloadMessages(chunks), injectTo: 'head-prepend' as const },
          ...[...sheets].map((file) => link({ rel: 'stylesheet', crossorigin: true, href: `./${file}` })),
          ...modules.map((file) => link({ rel: 'modulepreload', crossorigin: true, href: `./${file}` })),
          ...DATA.map((file) =>
            link({ rel: 'preload', as: 'fetch', crossorigin: true, href: `./data/${file}` }),
          ),
        ]
      },
    },
  }
}

/** @returns a script that asks for the messages of one language, the same that src/ui/opening.ts will want */
function preloadMessages(chunks: readonly { fileName: string; facadeModuleId: string | null }[]): string {
  const files = Object.fromEntries(
    chunks.flatMap(({ fileName, facadeModuleId }) => {
      const language = MESSAGES.exec(facadeModuleId ?? '')?.[1]
      return language ? [[language, `./${fileName}`]] : []
    }),
  )
  if (!('en' in files)) throw new Error('There is no chunk of the English messages to preload.')
  return `{
  const files = ${JSON.stringify(files)}
  const wanted = [new URLSearchParams(location.search).get('lang'), ...navigator.languages]
  const language = wanted.map((tag) => (tag ?? '').slice(0, 2)).find((tag) => tag in files) ?? 'en'
  const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', crossOrigin: '', href: files[language] })
  document.head.append(link)
}`
}

function link(attrs: Record<string, string | boolean>) {
  return { tag: 'link', attrs, injectTo: 'head' as const }
}
