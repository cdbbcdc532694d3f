/**
 * A build that fails leaves what was built before: files are written beside the folder that is asked for, and take its
 * place when all of them are there.
 */
import { renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'

export function wholeBuild(): Plugin {
  let [wanted, written] = ['', '']
  return {
    name: 'whole-build',
    apply: 'build',
    config({ root = '.', build }) {
      wanted = resolve(root, build?.outDir ?? 'dist')
      written = `${wanted}.unfinished`
      return { build: { outDir: written, emptyOutDir: true } }
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        rmSync(wanted, { recursive: true, force: true })
        renameSync(written, wanted)
      },
    },
    // Called after a failure, too.
    closeBundle() {
      rmSync(written, { recursive: true, force: true })
    },
  }
}
