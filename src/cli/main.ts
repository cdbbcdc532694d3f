/** The command line for editors: check, compile, build, who, diff, score, claim, diff-data, picture, clip, export, api, import. */
import { parseArgs } from 'node:util'
import { api } from './api.ts'
import { build } from './build.ts'
import { check } from './check.ts'
import { claim } from './claim.ts'
import { clip } from './clip.ts'
import { diff } from './diff.ts'
import { diffData } from './diff-data.ts'
import { exportFile } from './export.ts'
import { foldersOf } from './folders.ts'
import { importFolder } from './import.ts'
import { picture } from './picture.ts'
import { score } from './score.ts'
import { who } from './who.ts'

const USAGE = `usage: npm run cli -- <command> [--geodata folder]

  check                           lists everything that is wrong with the data folder
  compile                         build, and what the test set says of the result
  build                           compiles the data folder into zones and the atlas
  who <place | lat,lon> <date>    who holds it on that day, since when, and who says so
  diff <date> <date>              what changed between two days
  score                           the compiled map against assertions of publications that the data do not use
  claim add                       asks for a claim, shows what it does to the map, writes it; --help tells more
  claim review <file>             what a proposal that was handed in would do, with pictures; --help tells more
  diff-data <commit> [<commit>]   which rows changed between two states of the data, and which ground because of them
  picture "<link>" --out <file>   the view of a link as PNG, SVG or PDF; --help tells more
  clip "<link>" <date> <date>     the same day after day, as a GIF; --help tells more
  export <what> <date> [<date>]   the map of a day or a stretch as GeoJSON, KML, CSV and more; --help tells which
  api --out <folder>              the files for programs, below api/v1/ of a site; --help tells more
  import <folder> --out <folder>  dated GeoJSON snapshots of another map become an atlas; --help tells more

The data folder is named by --geodata, else by the variable GEODATA, else it is geodata/. Where its atlases.json
names further ones, check, compile and build take them all.
`

type Command = (folder: string, rest: string[]) => Promise<number>

const COMMANDS: Record<string, Command> = {
  check: ofEach(check),
  build: ofEach(build),
  // One command, so that what follows it on the command line is meant for both.
  compile: async (folder, rest) => (await ofEach(build)(folder, rest)) || score(folder),
  who,
  diff,
  score,
}

/** A command for the folder and all further ones that it names. */
function ofEach(command: (folder: string) => Promise<number>): Command {
  return async (path) => {
    const folders = foldersOf(path)
    let worst = 0
    for (const folder of folders) {
      if (folders.length > 1) console.log(`\n${folder}`)
      worst = Math.max(worst, await command(folder))
    }
    return worst
  }
}

async function main(): Promise<number> {
  // These have options of their own.
  if (process.argv[2] === 'import') return importFolder(process.argv.slice(3))
  if (process.argv[2] === 'api') return api(process.argv.slice(3))
  if (process.argv[2] === 'claim') return claim(process.argv.slice(3))
  if (process.argv[2] === 'diff-data') return diffData(process.argv.slice(3))
  if (process.argv[2] === 'clip') return clip(process.argv.slice(3))
  if (process.argv[2] === 'export') return exportFile(process.argv.slice(3))
  if (process.argv[2] === 'picture') return picture(process.argv.slice(3))
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

try {
  process.exitCode = await main()
} catch (error) {
  // What a person can do something about needs no stack.
  console.error(process.env.DEBUG ? error : (error as Error).message)
  process.exitCode = 1
}
