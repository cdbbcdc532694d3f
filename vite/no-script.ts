/** Puts into the page what it says where no program may run (src/ui/no-script). */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decodeAtlas } from '../src/chronicle/atlas.ts'
import { LANGUAGES } from '../src/chronicle/languages.ts'
import { wordsIn } from '../src/cli/words-in.ts'
import { dayTable } from '../src/ui/no-script/day-table.ts'

/** Where the page has it, in index.html. */
const PLACE = '<!-- no-script -->'

/**
 * @param file gives the text of a file that readers of the first atlas may ask for
 * @returns the page; the same when it has no place for it, as those of benches and tests
 */
export function withDayTable(html: string, file: (name: string) => string): string {
  if (!html.includes(PLACE)) return html
  const json = (name: string) => JSON.parse(file(name))
  const atlas = decodeAtlas(json('atlas/atlas.json'))
  const languages = LANGUAGES.map(({ code }) => {
    const path = fileURLToPath(new URL(`../src/ui/messages/${code}.json`, import.meta.url))
    const catalogue = JSON.parse(readFileSync(path, 'utf8'))
    return { words: wordsIn(code), notice: catalogue['failure.no-script'] as string }
  })
  const data = { conflict: json('conflict.json'), factions: json('factions.json'), atlas }
  // Not as a string: `$` has a meaning there.
  return html.replace(PLACE, () => dayTable(data, atlas.start, languages))
}
