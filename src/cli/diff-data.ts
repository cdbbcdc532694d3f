/** `diff-data <commit> <commit>`: which rows of the data changed between two commits, and which ground because of which of them. */
import { parseArgs } from 'node:util'
import { decodeAtlas } from '../chronicle/atlas.ts'
import type { EvidenceFile } from '../chronicle/evidence.ts'
import { evidenceFrom } from '../chronicle/evidence-records.ts'
import { formatProblem } from '../compile/read/problem.ts'
import { inRings } from '../geometry/plane.ts'
import { changedGround, stretchesOf } from '../proposal/changed-ground.ts'
import type { ChangedGround } from '../proposal/compiler.ts'
import { createPathCompiler } from './build.ts'
import { changePictures, lookOn, type Side, stretchLines } from './change-report.ts'
import { openBuild } from './open-build.ts'
import { atCommit } from './repository.ts'

const USAGE = `usage: npm run cli -- diff-data <commit> [<commit>] [--pictures <folder>] [--geodata <folder>]

  Compiles the data as they were in two commits (HEAD when only one is named) and tells which rows came, went or
  changed, and which ground looks different on which days, because of which of them.
`

/** Pieces of ground that are told one by one. */
const MOST_PIECES = 40

/** @returns the exit code */
export async function diffData(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      pictures: { type: 'string' },
      geodata: { type: 'string', default: process.env.GEODATA || 'geodata' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  const [older, newer = 'HEAD'] = positionals
  if (values.help || !older || positionals.length > 2) {
    console.error(USAGE)
    return values.help ? 0 : 2
  }
  const compile = createPathCompiler()
  const [before, after] = [older, newer].map((commit) =>
    atCommit(values.geodata, commit, (folder) => {
      const { output, problems } = compile(folder)
      if (output) return sideOf(output)
      for (const problem of problems) console.log(formatProblem(problem))
      throw new Error(`the data of ${commit} do not compile`)
    }),
  )
  const rows = changedRows(before.evidence, after.evidence)
  for (const { id, part, how } of rows) console.log(`${part} ${id}: ${how}`)
  const { changed } = changedGround(before.atlas, after.atlas, after.projection)
  const stretches = stretchesOf(changed, after.atlas)
  for (const line of stretchLines(stretches, after.atlas)) console.log(line)
  const ids = new Set(rows.map(({ id }) => id))
  for (const ground of changed.slice(0, MOST_PIECES)) {
    const first = stretchesOf([ground], after.atlas)[0]
    const because = [...behind(ground, before, ids), ...behind(ground, after, ids)]
    console.log(
      `  ${ground.km2.toFixed(1)} km² near ${nearest(ground, after.evidence)}: ${lookOn(ground, first.start, after.atlas)}, because of ${[...new Set(because)].join(', ') || 'how the ground is divided now'}`,
    )
  }
  if (changed.length > MOST_PIECES)
    console.log(`  … and ${changed.length - MOST_PIECES} more pieces of ground`)
  if (values.pictures) {
    const files = await changePictures(
      openBuild(values.geodata),
      after.id,
      { before, after },
      { changed, stretches },
      values.pictures,
    )
    console.log(files.length > 0 ? files.join(', ') : 'nothing to draw')
  }
  return 0
}

interface Compiled extends Side {
  id: string
  projection: string
}

function sideOf({
  atlas: file,
  evidence,
  compiled,
}: NonNullable<ReturnType<ReturnType<typeof createPathCompiler>>['output']>): Compiled {
  const atlas = decodeAtlas(file)
  const { id, projection } = compiled.dataset.conflict
  return { id, projection, atlas, evidence: evidenceFrom(evidence, atlas) }
}

interface ChangedRow {
  part: string
  id: string
  /** `new`, `gone`, or the columns that read otherwise */
  how: string
}

/** What is computed of a row, not written in it. */
const COMPUTED = new Set(['face', 'claims', 'grade'])

/** @returns rows that one has and the other has not, or that read otherwise; claims first */
export function changedRows(before: EvidenceFile, after: EvidenceFile): ChangedRow[] {
  return (['claims', 'places', 'areas', 'sources'] as const).flatMap((part) => {
    const old = new Map<string, object>(before[part].map((row) => [row.id, row]))
    const fresh = new Map<string, object>(after[part].map((row) => [row.id, row]))
    return [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((id): ChangedRow[] => {
      const [was, is] = [old.get(id), fresh.get(id)]
      if (!was || !is) return [{ part, id, how: was ? 'gone' : 'new' }]
      const text = (row: object, column: string) =>
        JSON.stringify((row as Record<string, unknown>)[column]) ?? ''
      const columns = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
        (column) => !COMPUTED.has(column) && text(was, column) !== text(is, column),
      )
      const told = columns.map((column) => `${column} ${text(was, column)} → ${text(is, column)}`)
      return told.length > 0 ? [{ part, id, how: told.join('; ').slice(0, 300) }] : []
    })
  })
}

const holds = (ground: ChangedGround, lon: number, lat: number) =>
  ground.polygons.some((rings) => inRings([lon, lat], rings))

/** @returns rows that changed, of those on which the cells of a piece of ground rest; a place by its own id */
function behind(ground: ChangedGround, { evidence }: Side, ids: ReadonlySet<string>): string[] {
  return evidence.sites
    .filter(({ lon, lat }) => holds(ground, lon, lat))
    .flatMap(({ place, history }) => [
      ...history.flatMap(([, , , , , claims]) => claims.map((index) => evidence.claims[index].id)),
      ...(place === null ? [] : [place]),
    ])
    .filter((id) => ids.has(id))
}

function nearest(ground: ChangedGround, { sites }: EvidenceFile): string {
  const [lon, lat] = ground.polygons[0][0][0]
  let best = { place: '?', away: Number.POSITIVE_INFINITY }
  for (const site of sites) {
    const away =
      site.place === null
        ? Infinity
        : holds(ground, site.lon, site.lat)
          ? 0
          : Math.hypot(site.lon - lon, site.lat - lat)
    if (away < best.away) best = { place: site.place!, away }
  }
  return best.place
}
