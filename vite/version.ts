/** Tells the builds apart: a number made from all that is in a build, in the page and in a file beside it. */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { VERSION_FILE, VERSION_META } from '../src/ui/data/build-version.ts'

const PAGE = 'index.html'

export function version(): Plugin {
  return {
    name: 'version',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = '.' }, bundle) {
        const hash = createHash('sha256')
        for (const name of Object.keys(bundle).sort()) hash.update(name).update(readFileSync(join(dir, name)))
        const version = hash.digest('hex').slice(0, 16)
        const page = join(dir, PAGE)
        const meta = `<meta name="${VERSION_META}" content="${version}" />`
        writeFileSync(page, readFileSync(page, 'utf8').replace('</head>', `  ${meta}\n  </head>`))
        writeFileSync(join(dir, VERSION_FILE), JSON.stringify({ version }))
      },
    },
  }
}
