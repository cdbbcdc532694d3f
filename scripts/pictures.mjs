#!/usr/bin/env node
/**
 * `npm run pictures`: draws the pictures of the README anew, from the links in public/pictures/pictures.json.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, main } from './lib/failure.mjs'
import { ROOT } from './lib/root.mjs'
import { runTool } from './lib/step.mjs'

const FOLDER = 'public/pictures'

await main(async () => {
  for (const { file, link, format } of JSON.parse(
    readFileSync(join(ROOT, FOLDER, 'pictures.json'), 'utf8'),
  )) {
    const args = ['src/cli/main.ts', 'picture', link, '--format', format, '--out', `${FOLDER}/${file}`]
    const { code } = await runTool('node_modules/tsx/dist/cli.mjs', args, { loud: true })
    if (code !== 0) throw new Failure(`${file} could not be drawn.`)
  }
})
