/** `export <what> <date> [<date>] --out <file>`: the files that the application offers to take away, without it. */
import { parseArgs } from 'node:util'
import { decodeAtlas } from '../chronicle/atlas.ts'
import { dayChanges } from '../chronicle/day-changes.ts'
import { EXPORTS, makeExport } from '../ui/exports/registry.ts'
import { dayIn } from './compiled-files.ts'
import { filesOf } from './served-files.ts'
import { languageOf, wordsIn } from './words-in.ts'
import { writeWhole } from './write-whole.ts'

const USAGE = `usage: npm run cli -- export <what> <date> [<date>] [options]

  <what>               ${EXPORTS.map(({ id, format }) => `${id} (${format})`).join(', ')}
  <date> [<date>]      a day, or the first and last day of a stretch
  --out <file>         where to; a file of its own name in the working directory when absent
  --lang <code>        language of the names
  --atlas <id>         another atlas than the first of the data folder
  --geodata <folder>   the data folder, as for every command
`

/** What a link without these keys says. */
const VIEW = { with: null, where: null, count: 'area', by: null, span: 'all' } as const

/** @returns the exit code */
export async function exportFile(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      lang: { type: 'string' },
      atlas: { type: 'string' },
      geodata: { type: 'string', default: process.env.GEODATA || 'geodata' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [what, ...dates] = positionals
  if (values.help || dates.length < 1 || dates.length > 2) {
    console.error(USAGE)
    return values.help ? 0 : 2
  }
  const row = EXPORTS.find(({ id }) => id === what)
  if (!row)
    throw new Error(`there is no export "${what}"; there are: ${EXPORTS.map(({ id }) => id).join(', ')}`)
  const { atlases, files } = filesOf(values.geodata, values.atlas ?? null)
  if (values.atlas && !atlases.some(({ id }) => id === values.atlas))
    throw new Error(
      `there is no atlas "${values.atlas}"; there are: ${atlases.map(({ id }) => id).join(', ')}`,
    )
  const json = (name: string) => JSON.parse(files(name))
  const atlas = decodeAtlas(json('atlas/atlas.json'))
  const [from, to = from] = dates.map((date) => dayIn(atlas, date)).sort((a, b) => a - b)
  const conflict = json('conflict.json')
  const made = await makeExport(row.id, {
    app: {
      atlas,
      conflict,
      factions: json('factions.json'),
      governorates: json('governorates.json'),
      words: wordsIn(languageOf(values.lang ?? conflict.languages[0])),
    },
    changeDays: dayChanges(atlas).map(({ day }) => day),
    day: to,
    view: VIEW,
    days: dates.length === 2 ? { from, to } : undefined,
    exactAtlas: async () => atlas,
    evidence: async () => json('atlas/evidence.json'),
  })
  if (!made) throw new Error(`nothing has changed yet by ${dates[0]}`)
  const out = values.out ?? made.name
  writeWhole(out, made.content)
  console.log(`${out}: ${made.content.length} ${typeof made.content === 'string' ? 'characters' : 'bytes'}`)
  return 0
}
