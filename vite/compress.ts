/** Lays a compressed form beside every file of the build that gains by it, for servers that give such files out. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

/** What gains by it; pictures and the fonts of the page are compressed already. */
const PLAIN = /\.(css|csv|geojson|html|js|json|mjs|svg|ttf|txt|wasm|xml)$/
/** Below this one packet holds the file either way, bytes. */
const LEAST = 1024
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

export function compress(): Plugin {
  return {
    name: 'compress',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = '.' }) {
        const names = readdirSync(dir, { recursive: true }) as string[]
        await Promise.all(names.filter((name) => PLAIN.test(name)).map((name) => compressed(join(dir, name))))
      },
    },
  }
}

/** Lays the compressed forms of a file beside it. */
export async function compressed(file: string) {
  const text = readFileSync(file)
  if (text.length < LEAST) return
  const [best, usual] = await Promise.all([
    // Two steps below the best: a twentieth larger, and ten times as fast.
    brotli(text, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
    }),
    zip(text, { level: 9 }),
  ])
  writeFileSync(`${file}.br`, best)
  writeFileSync(`${file}.gz`, usual)
}
