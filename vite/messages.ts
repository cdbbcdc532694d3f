/**
 * Parses the messages of the interface while building, so that no page carries a parser: the alias is the one that
 * FormatJS has for this. While developing and in tests messages are parsed when they are first said.
 */
import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

const CATALOGUE = /\/src\/ui\/messages\/[a-z]{2}\.json$/

export function messages(): Plugin {
  return {
    name: 'messages',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    transform(code, id) {
      return CATALOGUE.test(id) ? { code: JSON.stringify(parsed(JSON.parse(code))), map: null } : undefined
    },
  }
}

/** @returns the messages as `intl-messageformat` takes them without its parser */
function parsed(catalogue: Record<string, string>) {
  const parseOne = (message: string) => parse(message, { ignoreTag: true, captureLocation: false })
  return Object.fromEntries(Object.entries(catalogue).map(([id, message]) => [id, parseOne(message)]))
}
