/** Faction colours must stay apart on the map for every kind of colour vision, on light and on dark paper. */
import { readFileSync } from 'node:fs'
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
const factions: FactionRow[] = JSON.parse(readFileSync('geodata/factions.json', 'utf8'))
const atlas = decodeAtlas(JSON.parse(readFileSync('geodata/atlas/atlas.json', 'utf8')))
const byId = new Map(factions.map((faction) => [faction.id, faction]))

const difference = differenceCiede2000()
const VISIONS: Record<string, (colour: Color) => Color> = {
  usual: (colour) => colour,
  protanopia: filterDeficiencyProt(1) as (colour: Color) => Color,
  deuteranopia: filterDeficiencyDeuter(1) as (colour: Color) => Color,
  tritanopia: filterDeficiencyTrit(1) as (colour: Color) => Color,
}
/** CIEDE2000. Two large areas side by side with a dark line between them: half of this would still be seen. */
const APART = 9
/** Where one of the two is textured as well. */
const APART_TEXTURED = 5

/** Bare ground is seen only beside hidden factions, with a front line between. */
const APART_FROM_PAPER = 5

/** Pairs of factions that have a common boundary, or contest the same ground, on any day. */
function neighbours({ arcs, faces, start, end }: Atlas): [string, string][] {
  const pairs = new Set<string>()
  const add = (a: number, b: number) => a >= 0 && b >= 0 && a !== b && pairs.add([a, b].sort().join())
  for (const { left, right } of arcs) {
    if (left < 0 || right < 0) continue
    const [a, b] = [faces[left].history, faces[right].history]
    const days = [...a, ...b].map((segment) => Math.min(end, Math.max(start, segment.start)))
    for (const day of days) add(periodAt(a, day).holder, periodAt(b, day).holder)
  }
  for (const { history } of faces) {
    for (const { holder, other, state } of history) if (state !== STATE.held) add(holder, other)
  }
  return [...pairs].map((pair) => pair.split(',').map((i) => atlas.factions[Number(i)]) as [string, string])
}

const isKin = (a: FactionRow, b: FactionRow) =>
  [a, b].some(({ lineage }, i) =>
    lineage.some(({ into }) => into === (i ? a : b).id && a.colour === b.colour),
  )

describe.each(Object.entries(PALETTES))('on %s paper', (_, { paper }) => {
  const pairs = neighbours(atlas)

  it('there are neighbours to look at', () => {
    expect(pairs.length).toBeGreaterThan(15)
  })

  it.each(pairs)('%s and %s are told apart', (one, two) => {
    const [a, b] = [byId.get(one)!, byId.get(two)!]
    const textured = a.texture !== b.texture
    // Two parts of one army share its colour on purpose; then the texture alone must differ.
    if (isKin(a, b)) return expect(textured).toBe(true)
    for (const [vision, see] of Object.entries(VISIONS)) {
      const [x, y] = [a, b].map(({ colour }) => see(parse(over(colour, paper, FILL_OPACITY))!))
      expect(difference(x, y), `${vision} vision`).toBeGreaterThan(textured ? APART_TEXTURED : APART)
    }
  })

  it.each(factions.filter(({ role }) => role === 'ground').map(({ id }) => id))(
    '%s is told from bare ground',
    (id) => {
      const fill = over(byId.get(id)!.colour, paper, FILL_OPACITY)
      for (const [vision, see] of Object.entries(VISIONS)) {
        expect(difference(see(parse(fill)!), see(parse(paper)!)), `${vision} vision`).toBeGreaterThan(
          APART_FROM_PAPER,
        )
      }
    },
  )

  it.each(factions.filter(({ texture }) => texture !== 'none').map(({ id }) => id))(
    'the texture of %s is seen',
    (id) => {
      const fill = over(byId.get(id)!.colour, paper, FILL_OPACITY)
      expect(difference(parse(textureTone(fill, paper))!, parse(fill)!)).toBeGreaterThan(8)
    },
  )
})
