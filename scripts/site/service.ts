/** Draws pages and pictures for the server, in a process of its own: the server answers meanwhile. */
import { parseArgs } from 'node:util'
import { openSite } from './site.ts'

/** What the process is asked. */
export interface Question {
  number: number
  what: 'page' | 'picture' | 'oembed'
  /** path of a page, below the address of the map */
  path: string
  /** what the link says besides, `?…` or empty */
  query: string
  /** largest frame that the asking page has room for, CSS pixels */
  most?: { width?: number; height?: number }
}

export interface Answer {
  number: number
  /** text, or a picture in base 64; absent when there is no such page or it could not be drawn */
  text?: string
  error?: string
}

const {
  geodata = '',
  dist = '',
  address = '',
} = parseArgs({
  options: { geodata: { type: 'string' }, dist: { type: 'string' }, address: { type: 'string' } },
}).values
const site = openSite(geodata, dist, address)
process.send?.({ number: 0, text: JSON.stringify({ paths: [...site.local.keys()] }) } satisfies Answer)

process.on('message', async ({ number, what, path, query, most }: Question) => {
  let answer: Answer = { number }
  try {
    const page = site.local.get(path)
    if (page && what === 'page') answer = { number, text: site.html(page, query) }
    if (page && what === 'oembed') answer = { number, text: site.oembed(page, most, query) }
    if (page && what === 'picture') {
      const png = await site.png(await site.svg(page, query))
      answer = { number, text: Buffer.from(png).toString('base64') }
    }
  } catch (error) {
    answer.error = error instanceof Error ? error.message : String(error)
  }
  process.send?.(answer)
})
process.on('disconnect', () => process.exit())
