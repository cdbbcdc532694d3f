#!/usr/bin/env node
/**
 * `npm start`: from a bare clone to the map in the browser. Installs, compiles and builds what is missing or out
 * of date, then serves it on this computer.
 *
 *     npm start
 *     npm start -- --port 8080
 *     npm start -- --host 0.0.0.0 --address https://maps.example/front/     # behind a proxy, for everybody
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readAddress } from './lib/address.mjs'
import { startDrawing } from './lib/drawing.mjs'
import { Failure, main } from './lib/failure.mjs'
import { installIfNeeded } from './lib/install.mjs'
import { buildIfStale, compileIfStale, DATA } from './lib/make.mjs'
import { checkNodeVersion } from './lib/node-version.mjs'
import { ROOT } from './lib/root.mjs'
import { serve } from './lib/serve.mjs'

const FIRST_PORT = 4173
const PORTS_TRIED = 50

const USAGE = 'Usage: npm start -- --port 8080 --host 0.0.0.0 --address https://maps.example/front/'

/** @returns ports to try (the one asked for, or the first free one), where to listen, and under which address readers come */
function optionsOf(args) {
  let values
  try {
    const text = { type: 'string' }
    values = parseArgs({ args, options: { port: text, host: text, address: text } }).values
  } catch (error) {
    throw new Failure(`${error.message}\n${USAGE}`)
  }
  const { port, host, address } = values
  const where = { host, address: address === undefined ? undefined : readAddress(address) }
  if (port === undefined)
    return { ...where, ports: Array.from({ length: PORTS_TRIED }, (_, i) => FIRST_PORT + i) }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new Failure(`--port needs a number up to 65535, got "${port}".`)
  return { ...where, ports: [Number(port)] }
}

await main(async () => {
  const { ports, host, address } = optionsOf(process.argv.slice(2))
  checkNodeVersion()
  await installIfNeeded()
  await compileIfStale()
  await buildIfStale()
  const dist = join(ROOT, 'dist')
  const { url, close } = await serve(dist, ports, {
    host,
    address,
    startDrawing: (address) => startDrawing(DATA, dist, address),
  })
  console.log(`\nThe map is at ${url}\nStop with Ctrl+C.`)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close)
})
