/** The command line for editors: check, compile, build, who, diff, score, claim, diff-data, picture, clip, export, api, import. */
import { parseArgs } from 'node:util'
import { foldersOf } from './folders.ts'

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

/**
 * Takes what stands behind its name, returns the exit code. Each is loaded when it is asked for: who asks who holds a
 * place need not wait for what draws pictures.
 */
type Command = (args: string[]) => Promise<number>

/** They read their own options. */
const OWN: Record<string, () => Promise<Command>> = {
  api: async () => (await import('./api.ts')).api,
  claim: async () => (await import('./claim.ts')).claim,
  clip: async () => (await import('./clip.ts')).clip,
  'diff-data': async () => (await import('./diff-data.ts')).diffData,
  export: async () => (await import('./export.ts')).exportFile,
  import: async () => (await import('./import.ts')).importFolder,
  picture: async () => (await import('./picture.ts')).picture,
}

type FolderCommand = (folder: string, rest: string[]) => Promise<number>

/** They have a folder and nothing else to choose. */
const PLAIN: Record<string, () => Promise<FolderCommand>> = {
  check: async () => ofEach((await import('./check.ts')).check),
  build: async () => ofEach((await import('./build.ts')).build),
  // One command, so that what follows it on the command line is meant for both.
  compile: async () => {
    const [{ build }, { score }] = await Promise.all([import('./build.ts'), import('./score.ts')])
    return async (folder, rest) => (await ofEach(build)(folder, rest)) || score(folder)
  },
  who: async () => (await import('./who.ts')).who,
  diff: async () => (await import('./diff.ts')).diff,
  score: async () => (await import('./score.ts')).score,
}

/** A command for the folder and all further ones that it names. */
function ofEach(command: (folder: string) => Promise<number>): FolderCommand {
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

async function main(args: string[]): Promise<number> {
  if (Object.hasOwn(OWN, args[0])) return (await OWN[args[0]]())(args.slice(1))
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      geodata: { type: 'string', default: process.env.GEODATA || 'geodata' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [command, ...rest] = positionals
  if (Object.hasOwn(PLAIN, command) && !values.help) return (await PLAIN[command]())(values.geodata, rest)
  console.error(USAGE)
  return values.help ? 0 : 2
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  // What a person can do something about needs no stack.
  console.error(process.env.DEBUG ? error : (error as Error).message)
  process.exitCode = 1
}
