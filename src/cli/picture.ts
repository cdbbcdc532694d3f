/** `picture "<link>" --out day.png`: the view of a link as a picture, the same that the application saves. */
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { saidBy } from '../link/index.ts'
import {
  PICTURE_FILES,
  PICTURE_FORMATS,
  type PictureFile,
  type PictureFormat,
} from '../ui/picture/formats.ts'
import { drawLink, fileOfLink } from './draw-link.ts'
import { openBuild } from './open-build.ts'
import { writeWhole } from './write-whole.ts'

const USAGE = `usage: npm run cli -- picture "<link>" --out <file.png | .svg | .pdf> [options]

  <link>               an address of the map, or what stands after its "?"; "" is the first day
  --format <name>      ${PICTURE_FORMATS.map(({ id }) => id).join(', ')}; link when absent, a3 for a PDF
  --lang <code>        language of the texts, when the link names none
  --theme <name>       light or dark, when the link names none
  --no-legend          without the legend
  --no-labels          without names of places
  --geodata <folder>   the data folder, as for every command
`

/** Options that every command that draws views has. */
export const LOOK_OPTIONS = {
  lang: { type: 'string' },
  theme: { type: 'string' },
  legend: { type: 'boolean', default: true },
  labels: { type: 'boolean', default: true },
  geodata: { type: 'string', default: process.env.GEODATA || 'geodata' },
  help: { type: 'boolean', short: 'h' },
} as const

/** @returns the exit code */
export async function picture(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      out: { type: 'string' },
      format: { type: 'string' },
      ...LOOK_OPTIONS,
    },
  })
  if (values.help || !values.out || positionals.length !== 1) {
    console.error(USAGE)
    return values.help ? 0 : 2
  }
  const file = fileOf(values.out)
  const format = formatOf(values.format ?? (file === 'pdf' ? 'a3' : 'link'), file)
  const { lang, theme, legend, labels } = values
  const drawn = await drawLink(openBuild(values.geodata), `?${queryOf(positionals[0])}`, {
    format,
    lang,
    theme,
    legend,
    labels,
  })
  for (const { key, value, reason } of drawn.notices)
    console.error(
      `The link's ${key}="${value}" is not taken as it stands (${reason}); the nearest sensible view is drawn.`,
    )
  writeWhole(values.out, await fileOfLink(drawn, file, format))
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

export function formatOf(name: string, file: PictureFile): PictureFormat {
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

/** A whole address, of a page of a day too, or what stands after its question mark. */
export function queryOf(link: string): URLSearchParams {
  if (!/^https?:/i.test(link))
    return new URLSearchParams(link.slice(link.indexOf('?') + 1).replace(/#.*$/, ''))
  const { pathname, search } = new URL(link)
  // Where the map lies on its host is not known: its pages end alike.
  const [page = ''] = /(?:[a-z]{2}\/)?(?:[a-z0-9-]{3,}\/)?[ds]\/[a-z0-9-]+\/?$/.exec(pathname) ?? []
  return saidBy(page + search)
}
