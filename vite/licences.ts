/**
 * Writes `licences.txt` into the build: the licence of the project and the text of the licence of every package of
 * which something is in the build, as those licences ask for.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

/** Packages of which more than modules is in the build: fonts, style sheets, a worker, coast lines. */
const BESIDES = ['@fontsource/noto-sans', '@fontsource/noto-sans-arabic', 'maplibre-gl', 'world-atlas']
const TEXT = /^(licen[cs]e|copying|notice)/i

/** Where a README tells the licence, to its end. */
const SECTION = /^#+ *licen[cs]e[\s\S]*/im
/** A section that is shorter only names the licence. */
const LEAST = 300
/** Licences with one text for all, and where it stands, by what manifests call them. */
const STANDARD: Record<string, string> = { 'MPL-2.0': 'axe-core/LICENSE' }
/** Texts that stand with the sources of a package and were left out of it when it was published. */
const FORGOTTEN: Record<string, string> = { pmtiles: 'BSD-3-Clause.txt' }
const TEXTS = join(import.meta.dirname, '../LICENSES')
const require = createRequire(import.meta.url)

interface Shipped {
  name: string
  version: string
  licence: string
  /** address of its sources, which some licences ask for */
  source?: string
  texts: string[]
}

/** @param besides packages of which more than modules is in the build */
export function licences(besides: readonly string[] = BESIDES): Plugin {
  let root = ''
  return {
    name: 'licences',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    generateBundle(_, bundle) {
      const folders = new Set(besides.map((name) => dirname(require.resolve(`${name}/package.json`))))
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk')
          for (const id of chunk.moduleIds) {
            const folder = packageFolder(id)
            if (folder) folders.add(folder)
          }
      }
      const shipped = [...folders].map(read).sort((a, b) => (a.name < b.name ? -1 : 1))
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: textOf(root, shipped) })
    },
  }
}

/** @returns the folder of the package that a module is part of, null for modules of the project */
function packageFolder(id: string): string | null {
  const match = /^\0?(.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/.exec(id)
  return match && existsSync(join(match[1], 'package.json')) ? match[1] : null
}

/**
 * @param folder of a package, absolute
 * @returns what it is and under which licence, with its texts: files of its own, else what its README says, else the
 *   text that stands with its sources, else the one that all packages under that licence share
 * @throws Error when there is none of these
 */
export function read(folder: string): Shipped {
  const { name, version, license, repository } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const files = readdirSync(folder).sort()
  const textIn = (file: string) => readFileSync(join(folder, file), 'utf8').trim()
  const texts = files.filter((file) => TEXT.test(file)).map(textIn)
  const readme = files.find((file) => /^readme/i.test(file))
  const section = readme && SECTION.exec(textIn(readme))?.[0]
  if (texts.length === 0 && section && section.length > LEAST) texts.push(section.trim())
  const standard = STANDARD[license]
  const forgotten = FORGOTTEN[name]
  if (texts.length === 0 && forgotten) texts.push(readFileSync(join(TEXTS, forgotten), 'utf8').trim())
  if (texts.length === 0 && standard) texts.push(readFileSync(require.resolve(standard), 'utf8').trim())
  if (texts.length === 0)
    throw new Error(`Something of ${name} ${version} is in the build, and it has no text of its licence.`)
  return { name, version, licence: license ?? 'see below', source: repository?.url ?? repository, texts }
}

function textOf(root: string, shipped: readonly Shipped[]): string {
  const rule = '='.repeat(80)
  const own = existsSync(join(root, 'LICENSE')) ? readFileSync(join(root, 'LICENSE'), 'utf8').trim() : ''
  const parts = [
    `The program is under the first licence below, the packages in it under those that follow. The data have licences of\ntheir own, which the page about the map names.\n\n${own}`,
    ...shipped.map(({ name, version, licence, source, texts }) =>
      [`${name} ${version}: ${licence}${source ? `\n${source}` : ''}`, ...texts].join('\n\n'),
    ),
  ]
  return `${parts.join(`\n\n${rule}\n\n`)}\n`
}
