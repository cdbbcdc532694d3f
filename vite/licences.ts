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

interface Shipped {
  name: string
  version: string
  licence: string
  texts: string[]
}

export function licences(): Plugin {
  let root = ''
  return {
    name: 'licences',
    apply: 'build',
    configResolved(config) {
      root = config.root
    },
    generateBundle(_, bundle) {
      const require = createRequire(join(import.meta.dirname, 'licences.ts'))
      const folders = new Set(BESIDES.map((name) => dirname(require.resolve(`${name}/package.json`))))
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

/** @throws Error when a package has no licence that could be told */
function read(folder: string): Shipped {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const texts = readdirSync(folder)
    .filter((file) => TEXT.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
  if (!license && texts.length === 0)
    throw new Error(`Something of ${name} ${version} is in the build, and it names no licence.`)
  return { name, version, licence: license ?? 'see below', texts }
}

function textOf(root: string, shipped: readonly Shipped[]): string {
  const rule = '='.repeat(80)
  const own = existsSync(join(root, 'LICENSE')) ? readFileSync(join(root, 'LICENSE'), 'utf8').trim() : ''
  const parts = [
    `The program is under the first licence below, the packages in it under those that follow. The data have licences of\ntheir own, which the page about the map names.\n\n${own}`,
    ...shipped.map(
      ({ name, version, licence, texts }) =>
        `${name} ${version}: ${licence}\n\n${texts.join('\n\n') || 'The package carries no text of its licence.'}`,
    ),
  ]
  return `${parts.join(`\n\n${rule}\n\n`)}\n`
}
