/**
 * Serves what readers of the atlases may ask for under `data/` while developing, and writes the same files into the
 * build: those of the data folder itself, and below `data/<id>/` those of each further atlas that its atlases.json
 * names; and below `api/` the files for programs. What they are and how they are made is told in src/derive.
 */
import { cpSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import send from 'send'
import type { Plugin } from 'vite'
import { ownArchives, tileHosts } from '../src/chronicle/tiles.ts'
import { openFolder } from '../src/cli/open-folder.ts'
import { readWorld } from '../src/cli/world.ts'
import { type Folder, withTexts } from '../src/compile/read/folder.ts'
import { formatProblem, type Problem } from '../src/compile/read/problem.ts'
import { API_PATH, apiFiles } from '../src/derive/api/api.ts'
import { atlasFiles, tilesOf } from '../src/derive/atlas-files.ts'
import { type AtlasFolder, entryOf, openAtlases } from '../src/derive/atlases.ts'
import type { DayHtml } from '../src/ui/first-picture/day-html.ts'
import { openingDay, withDay } from './first-picture.ts'
import { headTags } from './head-tags.ts'
import { type Compiled, followData } from './live-data.ts'
import { withDayTable } from './no-script.ts'

/**
 * @param path of the data folder, absolute or relative to the working directory
 * What readers need and is missing, or cannot be read, ends the build with advice.
 */
export function geodata(path: string): Plugin {
  // Patches that readers propose name files from the root of the repository.
  const below = relative('.', path)
  if (!below.startsWith('..') && !isAbsolute(below)) path = below || '.'
  let served: Served
  return {
    name: 'geodata',
    configResolved() {
      served = serve(path)
    },
    configureServer(server) {
      const folders = served.atlases.map(({ folder }) => resolve(folder.path))
      // Made anew when next asked for.
      const renew = (compiled: Compiled, onlyClaims: boolean) => {
        served = serve(path, compiled, onlyClaims ? served.made : new Map())
      }
      followData(server, folders, renew, (folder) => `data/${served.atlases[folders.indexOf(folder)].prefix}`)
      server.middlewares.use((request, response, next) => {
        const [, folder, name] = /^\/(data|api)\/([^?]+)/.exec(request.url ?? '') ?? []
        const archive = archiveAt(served.atlases, request.url?.slice(1))
        if (archive) return send(request, resolve(archive)).pipe(response)
        if (!name) return next()
        const make = folder === 'data' ? served.files.get(name) : served.api.get(`api/${name}`)
        if (make) {
          response.setHeader('Content-Type', 'application/json')
          response.setHeader('Cache-Control', 'no-store')
          response.end(make())
        } else {
          response.statusCode = 404
          response.end()
        }
      })
    },
    transformIndexHtml(html) {
      const { atlases, files, openingDay } = served
      const page = withDay(
        withDayTable(html, (name) => files.get(name)!()),
        openingDay(),
      )
      const hosts = new Set(atlases.flatMap(({ folder }) => tileHosts(tilesOf(folder))))
      const head = headTags(atlases.map(entryOf), atlases[0].conflict, [...hosts])
      return { html: page.html, tags: [...head, ...page.tags] }
    },
    generateBundle() {
      for (const [name, make] of served.files)
        this.emitFile({ type: 'asset', fileName: `data/${name}`, source: make() })
      for (const [name, make] of served.api) this.emitFile({ type: 'asset', fileName: name, source: make() })
    },
    writeBundle({ dir = '.' }) {
      // Too large to pass through the memory of the build.
      for (const { folder } of served.atlases)
        for (const path of ownArchives(tilesOf(folder))) cpSync(folder.locate(path)!, join(dir, path))
    },
  }
}

/** @returns where an archive of tiles lies that a folder names by this path; `undefined` when none does */
const archiveAt = (atlases: readonly AtlasFolder[], path = '') =>
  atlases.find(({ folder }) => ownArchives(tilesOf(folder)).includes(path))?.folder.locate(path)

interface Served {
  atlases: AtlasFolder[]
  /** texts by path below `data/` */
  files: Map<string, () => string>
  /** texts for programs, by path below the page, beginning with `api/` */
  api: Map<string, () => string>
  /** made when first asked for */
  openingDay(): DayHtml
  /** what was asked for of that which is made from the base map, by path below `data/` */
  made: Map<string, string>
}

/** Made from the base map, the places and the conflict: whoever held what, it stays. */
const FROM_BASE = /^([\w-]+\/)?(base\/|coarse\/(?!atlas|positions)|labels-|surroundings|towns)/

/**
 * @param compiled what stands in for files of the folders, by absolute path of the folder
 * @param made before from the same base map; receives what is made now
 */
function serve(path: string, compiled: Compiled = new Map(), made = new Map<string, string>()): Served {
  const openOver = (path: string): Folder => {
    const folder = open(path)
    const texts = compiled.get(resolve(path))
    return texts ? withTexts(folder, texts) : folder
  }
  const remembered = (name: string, make: () => string) =>
    FROM_BASE.test(name)
      ? () => {
          const text = made.get(name) ?? make()
          made.set(name, text)
          return text
        }
      : make
  const atlases = openAtlases(openOver(path), (way) => openOver(join(path, way)))
  const withFiles = atlases.map((atlas) => ({ ...atlas, files: atlasFiles(atlas.folder, readWorld) }))
  const files = withFiles.flatMap(({ prefix, files }) =>
    [...files].map(([name, make]) => [prefix + name, remembered(prefix + name, make)] as const),
  )
  const all = new Map(files)
  let opening: DayHtml | undefined
  return {
    atlases,
    files: all,
    made,
    api: new Map([...apiFiles(withFiles, false)].map(([name, make]) => [API_PATH + name, make])),
    openingDay() {
      opening ??= openingDay((name) => all.get(name)!(), atlases.length > 1)
      return opening
    },
  }
}

function open(path: string) {
  const problems: Problem[] = []
  const folder = openFolder(path, problems)
  if (problems.length) throw new Error(problems.map(formatProblem).join('\n'))
  return folder
}
