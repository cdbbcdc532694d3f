/** Installs the packages of the lockfile when they are missing or differ from it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'
import { assertWell, run, step } from './step.mjs'

/**
 * @param wanted `packages` of package-lock.json
 * @param installed `packages` of node_modules/.package-lock.json, which npm writes
 * @returns whether every package is there in the version that is wanted. Optional ones depend on the platform
 * and may be missing.
 */
export function isInstalled(wanted, installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = installed[path]
    return found ? found.version === entry.version : Boolean(entry.optional || entry.devOptional)
  })
}

export async function installIfNeeded() {
  const [lock, hidden] = ['package-lock.json', 'node_modules/.package-lock.json'].map((name) =>
    join(ROOT, name),
  )
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  if (existsSync(hidden) && isInstalled(read(lock), read(hidden))) return
  const result = await step('Installing packages', () =>
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']),
  )
  assertWell(result, 'The packages could not be installed. Is the npm registry within reach?')
}
