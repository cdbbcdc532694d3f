/**
 * Parses the messages of the interface while building, so that no page carries a parser: the alias is the one that
 * FormatJS has for this. While developing and in tests messages are parsed when they are first said.
 *
 * What is said when nothing else arrives (ids that begin with `failure.`) is taken out of the catalogues and put
 * into the page, in every language.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'
import { LANGUAGES } from '../src/chronicle/languages.ts'

/** A catalogue, by the path of its file; the first group is its language. */
export const CATALOGUE = /\/src\/ui\/messages\/([a-z]{2,3})\.json$/
/** The same of a part that is fetched when it is first shown. */
const LATE_CATALOGUE = /\/src\/ui\/[a-z]+\/messages\/[a-z]{2,3}\.json$/
const FAILURE_TEXTS = '\0failure-texts'
const isFailure = (id: string) => id.startsWith('failure.')

export function messages(): Plugin {
  let building = false
  return {
    name: 'messages',
    enforce: 'pre',
    config: (_, { command }) => {
      building = command === 'build'
      if (!building) return
      return {
        resolve: {
          alias: [
            {
              find: /^@formatjs\/icu-messageformat-parser$/,
              replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
            },
          ],
        },
      }
    },
    // With filters, so that a build does not ask for each of thousands of modules.
    resolveId: { filter: { id: /^virtual:failure-texts$/ }, handler: () => FAILURE_TEXTS },
    load: {
      filter: { id: /^\0failure-texts$/ },
      handler: () => `export default ${JSON.stringify(failureTexts())}`,
    },
    transform: {
      filter: { id: [CATALOGUE, LATE_CATALOGUE] },
      handler: (code) =>
        building ? { code: JSON.stringify(parsed(JSON.parse(code))), map: null } : undefined,
    },
    transformIndexHtml: (html) =>
      html.replace(/<!-- (failure\.(?:program|frame)) -->/g, (_, id) => trouble(id)),
  }
}

/** @returns language → what is said in it when nothing else arrives */
function failureTexts(): Record<string, Record<string, string>> {
  const texts = LANGUAGES.map(({ code }) => {
    const file = fileURLToPath(new URL(`../src/ui/messages/${code}.json`, import.meta.url))
    const catalogue: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
    return [code, Object.fromEntries(Object.entries(catalogue).filter(([id]) => isFailure(id)))]
  })
  return Object.fromEntries(texts)
}

/** @returns what the page says by itself, without its program; src/ui/shell/trouble.tsx says the rest */
function trouble(id: string): string {
  const texts = failureTexts()
  return LANGUAGES.map(({ code, direction }) => {
    const { [id]: what, [`${id}.do`]: todo, 'failure.again': again } = texts[code]
    return `<section lang="${code}" dir="${direction}"><h1>${what}</h1><p>${todo}</p><button type="button" class="button-plain" data-again>${again}</button></section>`
  }).join('\n        ')
}

/** @returns the messages as `intl-messageformat` takes them without its parser */
function parsed(catalogue: Record<string, string>) {
  const parseOne = (message: string) => parse(message, { ignoreTag: true, captureLocation: false })
  return Object.fromEntries(
    Object.entries(catalogue)
      .filter(([id]) => !isFailure(id))
      .map(([id, message]) => [id, parseOne(message)]),
  )
}
