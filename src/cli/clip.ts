/** `clip "<link>" <date> <date> --out war.gif`: the view of a link as a moving picture, day after day. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import { dayOf, isoOf, parseDay } from '../chronicle/day.ts'
import { openRaster } from '../still/raster.ts'
import { CLIP_RATES, clipSize } from '../ui/clip/contract.ts'
import { openGif } from '../ui/clip/gif.ts'
import { PICTURE_FORMATS } from '../ui/picture/formats.ts'
import { drawLink } from './draw-link.ts'
import { openBuild } from './open-build.ts'
import { formatOf, LOOK_OPTIONS, queryOf } from './picture.ts'
import { writeWhole } from './write-whole.ts'

const require = createRequire(import.meta.url)
const USAGE = `usage: npm run cli -- clip "<link>" <date> <date> --out <file.gif> [options]

  <link>               an address of the map, or what stands after its "?"; its own day does not count
  <date> <date>        first and last day, one frame each
  --rate <number>      days a second: ${CLIP_RATES.join(', ')}; ${CLIP_RATES[1]} when absent
  --format <name>      ${PICTURE_FORMATS.map(({ id }) => id).join(', ')}; link when absent
  --lang <code>, --theme <name>, --no-legend, --no-labels, --geodata <folder>: as for pictures
`

/** @returns the exit code */
export async function clip(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    allowNegative: true,
    options: {
      out: { type: 'string' },
      rate: { type: 'string', default: String(CLIP_RATES[1]) },
      format: { type: 'string', default: 'link' },
      ...LOOK_OPTIONS,
    },
  })
  const [link, ...dates] = positionals
  const { out, lang, theme, legend, labels } = values
  if (values.help || !out || dates.length !== 2) {
    console.error(USAGE)
    return values.help ? 0 : 2
  }
  if (!out.toLowerCase().endsWith('.gif')) throw new Error(`"${out}" must end in .gif`)
  const rate = CLIP_RATES.find((one) => one === Number(values.rate))
  if (!rate) throw new Error(`--rate is one of ${CLIP_RATES.join(', ')}, got "${values.rate}"`)
  for (const date of dates)
    if (parseDay(date) === null) throw new Error(`expected a date YYYY-MM-DD, got "${date}"`)
  const [first, last] = dates.map(dayOf).sort((a, b) => a - b)
  const build = openBuild(values.geodata)
  for (const day of [first, last])
    if (!build.spans.some(({ start, end }) => start <= day && day <= end))
      throw new Error(`${isoOf(day)} is outside the range of the map`)
  const format = { ...formatOf(values.format, 'png'), ratio: 1 }
  const size = clipSize(format)
  const gif = openGif({ ...size, rate })
  const raster = await openRaster(async () =>
    readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')),
  )
  const query = queryOf(link)
  // One day a frame: nothing stands beside it.
  for (const key of ['with', 'beside']) query.delete(key)
  for (let day = first; day <= last; day++) {
    query.set('date', isoOf(day))
    const { svg } = await drawLink(build, `?${query}`, { format, lang, theme, legend, labels })
    await gif.add(raster.pixels(svg, size.width).slice(0, 4 * size.width * size.height))
    if (process.stderr.isTTY) process.stderr.write(`\r${day - first + 1} of ${last - first + 1} days`)
  }
  if (process.stderr.isTTY) process.stderr.write('\n')
  const bytes = await gif.finish()
  writeWhole(out, bytes)
  console.log(`${out}: ${size.width} × ${size.height}, ${last - first + 1} frames, ${bytes.length} bytes`)
  return 0
}
