/**
 * Lets the browser fetch what the first picture needs all at once: without it, the map's code and the data would only
 * be asked for once the first module has arrived and run.
 */
import type { Plugin } from 'vite'

/** Module whose chunk, with all that it imports, is wanted from the start. */
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
        const modules = [...wanted].filter((file) => !html.includes(file))
        return [
          ...modules.map((file) => link({ rel: 'modulepreload', crossorigin: true, href: `./${file}` })),
          ...DATA.map((file) =>
            link({ rel: 'preload', as: 'fetch', crossorigin: true, href: `./data/${file}` }),
          ),
        ]
      },
    },
  }
}

function link(attrs: Record<string, string | boolean>) {
  return { tag: 'link', attrs, injectTo: 'head' as const }
}
