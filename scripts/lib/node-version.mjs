import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { ROOT } from './root.mjs'

/**
 * @param version as in `process.versions.node`
 * @param least as in `engines.node` of package.json: `>=20.19`
 */
export function isRecentEnough(version, least) {
  const [have, want] = [version, least.replace('>=', '')].map((text) => text.split('.').map(Number))
  const place = want.findIndex((number, i) => number !== (have[i] ?? 0))
  return place === -1 || (have[place] ?? 0) > want[place]
}

/** @throws Failure when this Node is older than the project needs */
export function checkNodeVersion() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  if (isRecentEnough(process.versions.node, engines.node)) return
  throw new Failure(
    `This project needs Node ${engines.node.replace('>=', '')} or newer; this is Node ${process.versions.node}.\n` +
      'Get a current one from https://nodejs.org, then try again.',
  )
}
