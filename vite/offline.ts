/**
 * What makes the map a program that can be installed and opens without a network: a manifest, and a worker that keeps one
 * build (offline-worker.js). Written by hand and not by workbox: that answers from what it kept first, and a page would
 * then never learn that its server has a newer build (src/ui/data/build-version.ts).
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { entriesOfPath } from '../src/link/path.ts'
import { openRaster } from '../src/still/raster.ts'
import { MANIFEST_FILE, OFFLINE_FILE, VERSION_FILE } from '../src/ui/data/build-version.ts'

const TITLE = /<title>([^<]*)<\/title>/
const ICON = 'icon.svg'
const PAPER = '#f7f3e9'
/** Pixels across; some systems take no vector icon. `bleeding` fills its square, for systems that cut their own shape out of it. */
const ICONS = [
  { file: 'icon-192.png', size: 192, bleeding: false },
  { file: 'icon-512.png', size: 512, bleeding: false },
  { file: 'icon-bleeding.png', size: 512, bleeding: true },
]
const require = createRequire(import.meta.url)
/** Where the page names the manifest, in index.html. */
const PLACE = '<!-- manifest -->'
const WORKER = join(import.meta.dirname, 'offline-worker.js')
/** What nobody needs to look at the map: texts for lawyers, pictures of the README, what is told programs only, what the map is compiled from. */
const NOT_KEPT =
  /^(licences\.txt|pictures\/|tiles\/|api\/|index\.html$)|^data\/(.*\/)?source\.json$|\.(br|gz)$/
/** Kept when it is first used: it saves pictures of one kind or another, and is as large as all the rest, or reads tiles that most maps have none of. */
const LATER = /^assets\/(.*\.(wasm|ttf)|(add-tiles|pdf|video)-.*)$/

export function offline(): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    // Behind Vite, which would look for a file of that name.
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace(
          PLACE,
          `<link rel="manifest" href="./${MANIFEST_FILE}" /><link rel="apple-touch-icon" href="./icon-bleeding.png" />`,
        ),
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = '.' }) {
        await writeIcons(dir)
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
  background_color: PAPER,
  theme_color: PAPER,
  icons: [
    { src: `./${ICON}`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ...ICONS.map(({ file, size, bleeding }) => ({
      src: `./${file}`,
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: bleeding ? 'maskable' : 'any',
    })),
  ],
})

async function writeIcons(dir: string) {
  const icon = readFileSync(join(dir, ICON), 'utf8')
  // Whatever shape is cut out, a circle of four fifths stays.
  const inside = icon.replace('<svg', '<svg x="4" y="4" width="32" height="32"')
  const square = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><path fill="${PAPER}" d="M0 0h40v40H0z"/>${inside}</svg>`
  const raster = await openRaster(async () =>
    readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
  )
  for (const { file, size, bleeding } of ICONS)
    writeFileSync(join(dir, file), raster.png(bleeding ? square : icon, size))
}
