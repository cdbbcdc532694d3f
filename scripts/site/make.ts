/**
 * Makes a folder for any static host: the built map, and a page with its picture for every day of change, every story and
 * every atlas, in the languages of the data.
 *
 *     tsx scripts/site/make.ts <geodata> <dist> <out> [address]
 */
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { isLanguage } from '../../src/chronicle/languages.ts'
import { wordsIn } from '../../src/cli/words-in.ts'
import { feed, sitemap } from '../../src/site/feeds.ts'
import { OEMBED_FILE } from '../../src/site/oembed.ts'
import { FEED_FILE, PREVIEW_FILE } from '../../src/site/page-html.ts'
import { languagePath } from '../../src/site/site-atlas.ts'
import { compressed } from '../../vite/compress.ts'
import { openSite, type Site } from './site.ts'

const [geodata, dist, out, address = ''] = process.argv.slice(2)
/** Pictures by the hash of what they are drawn from; those that no page shows any more go. */
const CACHE = '.cache/site'

const site = openSite(geodata, dist, address)
const made = `${out}.unfinished`
rmSync(made, { recursive: true, force: true })
cpSync(dist, made, { recursive: true })
await writePages(site)
if (address) await writeLists(site)
else
  console.log(
    'Without --address there are no sitemap, feeds and canonical addresses, and most programs show no picture.',
  )
rmSync(out, { recursive: true, force: true })
renameSync(made, out)

async function writePages({ local, html, svg, png, oembed }: Site) {
  mkdirSync(CACHE, { recursive: true })
  const used = new Set<string>()
  let [done, drawn] = [0, 0]
  for (const page of local.values()) {
    await write(`${page.path}index.html`, html(page))
    if (address) await write(page.path + OEMBED_FILE, oembed(page))
    const picture = await svg(page)
    const name = `${createHash('sha256').update(picture).digest('hex').slice(0, 32)}.png`
    used.add(name)
    const cached = join(CACHE, name)
    if (!existsSync(cached)) {
      writeFileSync(`${cached}.part`, await png(picture))
      renameSync(`${cached}.part`, cached)
      drawn++
    }
    mkdirSync(join(made, page.path), { recursive: true })
    copyFileSync(cached, join(made, page.path, PREVIEW_FILE))
    progress(++done, local.size, drawn)
  }
  for (const name of readdirSync(CACHE)) if (!used.has(name)) rmSync(join(CACHE, name))
  console.log(`${out}: ${local.size} pages, ${drawn} pictures drawn, ${local.size - drawn} as they were`)
}

async function writeLists({ atlases, pages, languages }: Site) {
  await write('sitemap.xml', sitemap(pages, languages, address))
  writeFileSync(join(made, 'robots.txt'), `User-agent: *\nAllow: /\nSitemap: ${address}sitemap.xml\n`)
  for (const language of languages.filter(isLanguage))
    for (const atlas of atlases) {
      const path = languagePath(language, languages) + (atlas.first ? '' : `${atlas.id}/`) + FEED_FILE
      await write(path, feed(atlas, pages, wordsIn(language), languages, address))
    }
}

async function write(path: string, text: string) {
  const file = join(made, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  await compressed(file)
}

/** One line that is written over where somebody looks on, and a line now and then where nobody does. */
function progress(done: number, all: number, drawn: number) {
  const text = `${done} of ${all} pages, ${drawn} pictures drawn`
  if (process.stdout.isTTY) process.stdout.write(`\r${text}${done === all ? '\n' : ''}`)
  else if (done % 50 === 0) console.log(text)
}
