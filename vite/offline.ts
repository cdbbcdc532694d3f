/**
 * What makes the map a program that can be installed and opens without a network: a manifest, and a worker that keeps one
 * build (offline-worker.js). Written by hand and not by workbox: that answers from what it kept first, and a page would
 * then never learn that its server has a newer build (src/ui/data/build-version.ts).
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { entriesOfPath } from '../src/link/path.ts'
import { MANIFEST_FILE, OFFLINE_FILE, VERSION_FILE } from '../src/ui/data/build-version.ts'

const TITLE = /<title>([^<]*)<\/title>/
/** Where the page names the manifest, in index.html. */
const PLACE = '<!-- manifest -->'
const WORKER = join(import.meta.dirname, 'offline-worker.js')
/** What nobody needs to look at the map: texts for lawyers, pictures of the README, what is told programs only, what the map is compiled from. */
const NOT_KEPT = /^(licences\.txt|pictures\/|api\/|index\.html$)|^data\/(.*\/)?source\.json$|\.(br|gz)$/
/** Kept when it is first used: it saves pictures, and is as large as all the rest. */
const LATER = /^assets\/.*\.(wasm|ttf)$/

export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    // Behind Vite, which would look for a file of that name.
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace(PLACE, `<link rel="manifest" href="./${MANIFEST_FILE}" />`),
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = '.' }) {
        const { version } = JSON.parse(readFileSync(join(dir, VERSION_FILE), 'utf8'))
        const all = (readdirSync(dir, { recursive: true }) as string[])
          .map((name) => name.replaceAll('\\', '/'))
          .filter(
            (name) => statSync(join(dir, name)).isFile() && name !== VERSION_FILE && !NOT_KEPT.test(name),
          )
          .sort()
        const [title = ''] = TITLE.exec(readFileSync(join(dir, 'index.html'), 'utf8'))?.slice(1) ?? []
        writeFileSync(join(dir, MANIFEST_FILE), JSON.stringify(manifest(title)))
        const build = {
          version,
          // The page itself, as its folder: some hosts send `index.html` there.
          files: ['', MANIFEST_FILE, ...all.filter((name) => !LATER.test(name))],
          later: all.filter((name) => LATER.test(name)),
        }
        writeFileSync(
          join(dir, OFFLINE_FILE),
          `const BUILD = ${JSON.stringify(build)}\nconst entriesOfPath = ${entriesOfPath}\n${readFileSync(WORKER, 'utf8')}`,
        )
      },
    },
  }
}

/** https://www.w3.org/TR/appmanifest/ */
const manifest = (name: string) => ({
  name,
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#f7f3e9',
  theme_color: '#f7f3e9',
  icons: [{ src: './icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
})
