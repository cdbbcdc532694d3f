/** `picture "<link>" --out day.png`: the view of a link as a picture, the same that the application saves. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { decodeAtlas } from '../chronicle/atlas.ts'
import { dayChanges } from '../chronicle/day-changes.ts'
import { decodeEvents } from '../chronicle/events.ts'
import { withLineage } from '../chronicle/lineage.ts'
import { readPositions } from '../chronicle/positions.ts'
import { spanOf } from '../derive/atlases.ts'
import { formatLink, parseLink } from '../link/index.ts'
import { stillFiles } from '../still/base-map.ts'
import { outlineText } from '../still/outlines.ts'
import { linkContextOf } from '../ui/link-context.ts'
import { composePicture, type PictureData, pictureCamera } from '../ui/picture/compose.ts'
import { pictureFile } from '../ui/picture/file.ts'
import {
  PICTURE_FILES,
  PICTURE_FORMATS,
  type PictureFile,
  type PictureFormat,
} from '../ui/picture/formats.ts'
import { cutFont, FONT_SCRIPTS } from './font-cuts.ts'
import { type Files, filesOf } from './served-files.ts'
import { languageOf, wordsIn } from './words-in.ts'
import { writeWhole } from './write-whole.ts'

const require = createRequire(import.meta.url)
const USAGE = `usage: npm run cli -- picture "<link>" --out <file.png | .svg | .pdf> [options]

  <link>               an address of the map, or what stands after its "?"; "" is the first day
  --format <name>      ${PICTURE_FORMATS.map(({ id }) => id).join(', ')}; link when absent, a3 for a PDF
  --lang <code>        language of the texts, when the link names none
  --theme <name>       light or dark, when the link names none
  --no-legend          without the legend
  --no-labels          without names of places
  --geodata <folder>   the data folder, as for every command
`

/** @returns the exit code */
export async function picture(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      out: { type: 'string' },
      format: { type: 'string' },
      lang: { type: 'string' },
      theme: { type: 'string' },
      legend: { type: 'boolean', default: true },
      labels: { type: 'boolean', default: true },
      geodata: { type: 'string', default: process.env.GEODATA || 'geodata' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help || !values.out || positionals.length !== 1) {
    console.error(USAGE)
    return values.help ? 0 : 2
  }
  const file = fileOf(values.out)
  const format = formatOf(values.format ?? (file === 'pdf' ? 'a3' : 'link'), file)
  const query = queryOf(positionals[0])
  const { atlases, files, filesOfAtlas } = filesOf(values.geodata, query.get('atlas'))
  const data = dataOf(files)
  const { conflict, factions, atlas } = data
  const context = linkContextOf(atlases.map(spanOf), conflict, factions, atlas)
  const { state, notices } = parseLink(`?${query}`, context)
  for (const { key, value, reason } of notices)
    console.error(
      `The link's ${key}="${value}" is not taken as it stands (${reason}); the nearest sensible view is drawn.`,
    )
  const language = languageOf(state.lang ?? values.lang ?? conflict.languages[0])
  const theme = state.theme ?? values.theme ?? 'light'
  if (theme !== 'light' && theme !== 'dark')
    throw new Error(`there is no theme "${theme}"; there are: light, dark`)
  const words = wordsIn(language)
  const options = {
    words,
    theme,
    format,
    type: await outlines(),
    address: formatLink(state, context, []),
    legend: values.legend,
    labels: values.labels,
  } as const
  const { zoom } = pictureCamera(state, data, options)
  const sources = Object.fromEntries(
    Object.entries(stillFiles(zoom, language, conflict.languages)).map(([name, path]) => [
      name,
      JSON.parse(files(path)),
    ]),
  )
  const { beside } = state
  const other = state.with === null && beside ? dataOf(filesOfAtlas(beside.atlas)) : null
  const svg = composePicture(state, { ...data, other }, sources, options)
  writeWhole(
    values.out,
    await pictureFile(svg, file, format, { title: conflict.title[words.language], language }, async () =>
      readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
    ),
  )
  console.log(
    `${values.out}: ${Math.round(format.width * format.ratio)} × ${Math.round(format.height * format.ratio)}`,
  )
  return 0
}

function fileOf(out: string): PictureFile {
  const ending = extname(out).slice(1).toLowerCase()
  const file = PICTURE_FILES.find((known) => known === ending)
  if (!file) throw new Error(`"${out}" must end in ${PICTURE_FILES.map((known) => `.${known}`).join(', ')}`)
  return file
}

function formatOf(name: string, file: PictureFile): PictureFormat {
  const format = PICTURE_FORMATS.find(({ id }) => id === name)
  if (!format)
    throw new Error(
      `there is no format "${name}"; there are: ${PICTURE_FORMATS.map(({ id }) => id).join(', ')}`,
    )
  if (file === 'pdf' && !format.paper)
    throw new Error(
      `a PDF needs a format with a paper size: ${PICTURE_FORMATS.filter(({ paper }) => paper)
        .map(({ id }) => id)
        .join(', ')}`,
    )
  return format
}

/** A whole address, or what stands after its question mark. */
function queryOf(link: string): URLSearchParams {
  const at = link.indexOf('?')
  if (at >= 0) return new URLSearchParams(link.slice(at + 1).replace(/#.*$/, ''))
  return new URLSearchParams(/^https?:/i.test(link) ? '' : link)
}

function dataOf(files: Files): PictureData {
  const json = (name: string) => JSON.parse(files(name))
  const factions = json('factions.json')
  const atlas = withLineage(decodeAtlas(json('atlas/atlas.json')), factions)
  return {
    conflict: json('conflict.json'),
    factions,
    governorates: json('governorates.json'),
    atlas,
    changes: dayChanges(atlas),
    positions: readPositions(json('positions/positions.geojson')),
    events: decodeEvents(json('events.json')),
    evidence: json('atlas/evidence.json'),
  }
}

/** @throws Error when a font is missing */
async function outlines() {
  const weight = (weight: 400 | 600) =>
    Promise.all(
      FONT_SCRIPTS.map(async (script) => new Uint8Array(readFileSync(await cutFont(script, weight, 'sfnt')))),
    )
  return outlineText({ regular: await weight(400), bold: await weight(600) })
}
