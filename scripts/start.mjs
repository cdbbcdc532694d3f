#!/usr/bin/env node
/**
 * `npm start`: from a bare clone to the map in the browser. Installs, compiles and builds what is missing or out
 * of date, then serves it on this computer.
 *
 *     npm start
 *     npm start -- --port 8080
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Failure, main } from './lib/failure.mjs'
import { installIfNeeded } from './lib/install.mjs'
import { buildIfStale, compileIfStale } from './lib/make.mjs'
import { checkNodeVersion } from './lib/node-version.mjs'
import { ROOT } from './lib/root.mjs'
import { serve } from './lib/serve.mjs'

const FIRST_PORT = 4173
const PORTS_TRIED = 50

/** @returns ports to try: the one asked for, or the first free one */
function portsOf(args) {
  let port
  try {
    port = parseArgs({ args, options: { port: { type: 'string' } } }).values.port
  } catch (error) {
    throw new Failure(`${error.message}\nUsage: npm start -- --port 8080`)
  }
  if (port === undefined) return Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i)
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new Failure(`--port needs a number up to 65535, got "${port}".`)
  return [Number(port)]
}

await main(async () => {
  const ports = portsOf(process.argv.slice(2))
  checkNodeVersion()
  await installIfNeeded()
  await compileIfStale()
  await buildIfStale()
  const { url, close } = await serve(join(ROOT, 'dist'), ports)
  console.log(`\nThe map is at ${url}\nStop with Ctrl+C.`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close)
})
