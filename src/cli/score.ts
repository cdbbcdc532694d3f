import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isoOf, parseDay } from '../chronicle/day.ts'
import { indexFaces } from '../chronicle/face-index.ts'
import {
  type Assertion,
  type Judged,
  judge,
  type Score,
  type ScoreFile,
  scoreOf,
  type Tally,
} from '../chronicle/score.ts'
import type { Folder } from '../compile/read/folder.ts'
import type { Problem } from '../compile/read/problem.ts'
import { readTable } from '../compile/read/tables.ts'
import { report } from './check.ts'
import { readCompiled } from './compiled-files.ts'
import { openFolder } from './open-folder.ts'
import { replaceFolders } from './replace-folders.ts'

const FILE = 'atlas/score.json'
const COLUMNS = ['id', 'set', 'place', 'lon', 'lat', 'day', 'holder', 'region', 'url']

/** `score`: the compiled map against `assertions.csv`; prints and writes the result. Returns the exit code. */
export async function score(folder: string): Promise<number> {
  const problems: Problem[] = []
  const assertions = readAssertions(openFolder(folder, problems), problems)
  if (problems.length) return report(problems, 'nothing scored')
  if (!assertions.length) return report(problems, 'no assertions.csv: nothing to score')
  const { atlas } = readCompiled(folder)
  const judged = judge(atlas, indexFaces(atlas), assertions)
  const result = scoreOf(judged, (day) => isoOf(day).slice(0, 7))
  for (const { region, ...some } of result.regions) console.log(line(region, some))
  console.log()
  for (const { month, ...some } of result.months) console.log(line(month, some))
  console.log()
  for (const { set, ...some } of result.sets) console.log(line(`set ${set}`, some))
  console.log(line('all', result.all))
  for (const one of judged.filter(({ outcome }) => outcome !== 'right')) console.log(miss(one))
  const text = scoreText(result, new Date().toISOString().slice(0, 10), readOld(folder))
  replaceFolders(folder, [], new Map([[FILE, text]]))
  return 0
}

/** @param problems receives every row that cannot be read */
export function readAssertions(folder: Folder, problems: Problem[]): Assertion[] {
  return readTable(folder, 'assertions.csv', COLUMNS, problems).flatMap((row) => {
    const day = parseDay(row.get('day'))
    const [lon, lat] = [row.get('lon'), row.get('lat')].map(Number)
    if (day === null || !Number.isFinite(lon) || !Number.isFinite(lat) || !row.list('holder').length) {
      problems.push({
        reason: 'assertion-malformed',
        severity: 'error',
        file: row.file,
        line: row.line,
        message: `expected a day, lon, lat and a holder, got "${row.get('day')}", "${row.get('lon')}", "${row.get('lat')}", "${row.get('holder')}"`,
      })
      return []
    }
    const { get } = row
    return [
      {
        id: get('id'),
        set: get('set'),
        place: get('place'),
        lon,
        lat,
        day,
        holders: row.list('holder'),
        region: get('region'),
      },
    ]
  })
}

function readOld(folder: string): ScoreFile | null {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as ScoreFile
  } catch {
    return null
  }
}

/** The same result keeps its day, so that scoring twice changes nothing; what a set scored at first stays for good. */
function scoreText(result: Score, today: string, old: ScoreFile | null): string {
  const { date, first: known = [], ...before } = old ?? { date: today }
  const unasked = result.sets.filter(({ set }) => !known.some((one) => one.set === set))
  const first = [
    ...known,
    ...unasked.map(({ plain: _, set, ...counts }) => ({ set, date: today, ...counts })),
  ]
  const day = JSON.stringify(before) === JSON.stringify(result) ? date : today
  return `${JSON.stringify({ date: day, first, ...result } satisfies ScoreFile, null, 1)}\n`
}

const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

const line = (name: string, { right, shared, wrong, total, plain }: Tally) =>
  `${name.padEnd(16)} ${String(total).padStart(4)}: right ${percent(right, total)}, right or shared ${percent(right + shared, total)}, wrong ${wrong}` +
  `; of ${plain.total} shown without doubt ${plain.total ? percent(plain.right, plain.total) : '–'} right`

const miss = ({ assertion: a, outcome, shown, other, plain }: Judged) =>
  `  ${outcome.padEnd(6)} ${a.id} ${a.place} (${a.lat}, ${a.lon}) ${isoOf(a.day)}: asserted ${a.holders.join(' or ')}, shown ${shown ?? 'outside'}${plain ? '' : ` with ${other ?? '?'}`}`
