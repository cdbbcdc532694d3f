#!/usr/bin/env node
/**
 * Vite with one option more: `--geodata <folder>` names the data folder, as it does for the commands of the data.
 *
 *     npm run build -- --geodata examples/made-up
 *     npm run dev -- --geodata examples/made-up --port 5000
 */
import { main } from './lib/failure.mjs'
import { run } from './lib/step.mjs'

const args = process.argv.slice(2)
const at = args.findIndex((arg) => arg === '--geodata' || arg.startsWith('--geodata='))
const env = {}
if (at >= 0) {
  const [option, next] = args.splice(at, args[at].includes('=') ? 1 : 2)
  env.GEODATA = option.includes('=') ? option.slice(option.indexOf('=') + 1) : next
}

await main(async () => {
  const { code } = await run(process.execPath, ['node_modules/vite/bin/vite.js', ...args], {
    loud: true,
    env,
  })
  process.exitCode = code
})
