/** Faction colours must stay apart on the map for every kind of colour vision, on light and on dark paper. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  parse,
} from 'culori'
import { describe, expect, it } from 'vitest'
import { type Atlas, decodeAtlas, STATE } from '../../src/chronicle/atlas.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { over, textureTone } from '../../src/map/colour.ts'
import { FILL_OPACITY, PALETTES } from '../../src/map/palette.ts'

interface FactionRow {
  id: string
  role: string
  colour: string
  texture: string
  lineage: { from: string; into: string | null }[]
}
const FOLDERS: string[] = [
  'geodata',
  ...JSON.parse(readFileSync('geodata/atlases.json', 'utf8')).map((way: string) => join('geodata', way)),
]

const difference = differenceCiede2000()
const VISIONS: Record<string, (colour: Color) => Color> = {
  usual: (colour) => colour,
  protanopia: filterDeficiencyProt(1) as (colour: Color) => Color,
  deuteranopia: filterDeficiencyDeuter(1) as (colour: Color) => Color,
  tritanopia: filterDeficiencyTrit(1) as (colour: Color) => Color,
}
/** CIEDE2000. Two large areas side by side with a dark line between them: half of this would still be seen. */
const APART = 11
/** Where one of the two is textured as well. */
const APART_TEXTURED = 6.5
/** Two that are on the map on the same day, but never touch: they are told from each other in the legend. */
const APART_IN_LEGEND = 6
/** Small marks without a line between, told from each other by nothing else. */
const MARKS_APART = 12

/** Bare ground is seen only beside hidden factions, with a front line between. */
const APART_FROM_PAPER = 5

type Pair = [string, string]

/** @returns pairs of factions that have a common boundary, or contest the same ground, on any day, and the others that hold ground on the same day */
function pairsOf({ arcs, faces, start, end, factions }: Atlas): { neighbours: Pair[]; others: Pair[] } {
  const touching = new Set<string>()
  const together = new Set<string>()
  const add = (pairs: Set<string>, a: number, b: number) =>
    a >= 0 && b >= 0 && a !== b && pairs.add([a, b].sort((x, y) => x - y).join())
  for (const { left, right } of arcs) {
    if (left < 0 || right < 0) continue
    const [a, b] = [faces[left].history, faces[right].history]
    const days = [...a, ...b].map((segment) => Math.min(end, Math.max(start, segment.start)))
    for (const day of days) add(touching, periodAt(a, day).holder, periodAt(b, day).holder)
  }
  for (const { history } of faces) {
    for (const { holder, other, state } of history) if (state !== STATE.held) add(touching, holder, other)
  }
  // Who is there changes only on a day on which some ground does.
  const days = new Set(faces.flatMap(({ history }) => history.map((period) => Math.max(start, period.start))))
  for (const day of days) {
    const here = new Set<number>()
    for (const { history } of faces) {
      const { holder, other, state } = periodAt(history, day)
      here.add(holder)
      if (state !== STATE.held) here.add(other)
    }
    for (const a of here) for (const b of here) add(together, a, b)
  }
  const named = (pairs: Iterable<string>) =>
    [...pairs].map((pair) => pair.split(',').map((i) => factions[Number(i)]) as Pair)
  return { neighbours: named(touching), others: named([...together].filter((pair) => !touching.has(pair))) }
}

const isKin = (a: FactionRow, b: FactionRow) =>
  [a, b].some(({ lineage }, i) =>
    lineage.some(({ into }) => into === (i ? a : b).id && a.colour === b.colour),
  )

/** @returns how far apart two drawn colours are, in the vision that tells them worst */
const worst = (a: string, b: string) =>
  Math.min(...Object.values(VISIONS).map((see) => difference(see(parse(a)!), see(parse(b)!))))

describe.each(FOLDERS)('%s', (folder) => {
  const json = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'))
  const factions: FactionRow[] = json('factions.json')
  const byId = new Map(factions.map((faction) => [faction.id, faction]))
  const { neighbours, others } = pairsOf(decodeAtlas(json('atlas/atlas.json')))

  it('there are neighbours to look at', () => {
    expect(neighbours.length).toBeGreaterThan(5)
  })

  const posted = [
    ...new Set(
      json('positions/positions.geojson').features.map(
        ({ properties }: { properties: { faction: string } }) => properties.faction,
      ),
    ),
  ] as string[]
  const marks = posted.flatMap((a, i) => posted.slice(i + 1).map((b): Pair => [a, b]))

  it.each(marks)('marks of %s and %s are told apart', (one, two) => {
    const [a, b] = [byId.get(one)!, byId.get(two)!]
    if (!isKin(a, b)) expect(worst(a.colour, b.colour)).toBeGreaterThan(MARKS_APART)
  })

  describe.each(Object.entries(PALETTES))('on %s paper', (_, { paper }) => {
    const ground = (id: string) => over(byId.get(id)!.colour, paper, FILL_OPACITY)

    it.each(neighbours)('%s and %s are told apart', (one, two) => {
      const [a, b] = [byId.get(one)!, byId.get(two)!]
      const textured = a.texture !== b.texture
      // Two parts of one army share its colour on purpose; then the texture alone must differ.
      if (isKin(a, b)) return expect(textured).toBe(true)
      expect(worst(ground(one), ground(two))).toBeGreaterThan(textured ? APART_TEXTURED : APART)
    })

    // A texture tells in the legend too.
    const plain = others.filter(([a, b]) => byId.get(a)!.texture === byId.get(b)!.texture)
    it.each(plain)('%s and %s are not taken for each other', (one, two) => {
      expect(worst(ground(one), ground(two))).toBeGreaterThan(APART_IN_LEGEND)
    })

    it.each(factions.filter(({ role }) => role === 'ground').map(({ id }) => id))(
      '%s is told from bare ground',
      (id) => expect(worst(ground(id), paper)).toBeGreaterThan(APART_FROM_PAPER),
    )

    it.each(factions.filter(({ texture }) => texture !== 'none').map(({ id }) => id))(
      'the texture of %s is seen',
      (id) => {
        const fill = ground(id)
        expect(difference(parse(textureTone(fill, paper))!, parse(fill)!)).toBeGreaterThan(8)
      },
    )
  })
})
