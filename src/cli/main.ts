/** The command line for editors: check, build, who, diff, score, import. */
import { parseArgs } from 'node:util'
import { build } from './build.ts'
import { check } from './check.ts'
import { diff } from './diff.ts'
import { importFolder } from './import.ts'
import { score } from './score.ts'
import { who } from './who.ts'

const USAGE = `usage: npm run cli -- <command> [--geodata folder]

  check                           lists everything that is wrong with the data folder
  build                           compiles the data folder into zones and the atlas
  who <place | lat,lon> <date>    who holds it on that day, since when, and who says so
  diff <date> <date>              what changed between two days
  score                           the compiled map against assertions of publications that the data do not use
  import <folder> --out <folder>  dated GeoJSON snapshots of another map become an atlas; --help tells more

The data folder is named by --geodata, else by the variable GEODATA, else it is geodata/.
`

const COMMANDS: Record<string, (folder: string, rest: string[]) => Promise<number>> = {
  check,
  build,
  who,
  diff,
  score,
}

async function main(): Promise<number> {
  // It has options of its own.
  if (process.argv[2] === 'import') return importFolder(process.argv.slice(3))
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      geodata: { type: 'string', default: process.env.GEODATA || 'geodata' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [name, ...rest] = positionals
  const command = COMMANDS[name]
  if (command && !values.help) return command(values.geodata, rest)
  console.error(USAGE)
  return values.help ? 0 : 2
}

process.exitCode = await main()
