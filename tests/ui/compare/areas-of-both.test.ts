import { expect, it } from 'vitest'
import type { Faction } from '../../../src/chronicle/conflict.ts'
import { areasOfBoth } from '../../../src/ui/compare/areas-of-both.ts'

const faction = (id: string, colour: string): Faction => ({
  id,
  role: 'ground',
  colour,
  texture: 'none',
  names: [{ from: null, name: { en: id }, short: { en: id } }],
  lineage: [],
  dissolved: null,
})
const km2 = (best: number) => ({ low: best, best, high: best })

it('gives every faction of either side a row by its id, each side with its own look, the largest first', () => {
  const older = {
    day: 1,
    factions: [faction('A', '#111111'), faction('B', '#222222'), faction('GONE', '#333333')],
    ids: ['A', 'B', 'GONE'],
    bands: [km2(10), km2(0), km2(500)],
  }
  const newer = {
    day: 2,
    factions: [faction('B', '#ff2222'), faction('A', '#ff1111'), faction('NEW', '#ff3333')],
    ids: ['B', 'A', 'NEW'],
    bands: [km2(0), km2(200), km2(30)],
  }
  const rows = areasOfBoth(older, newer)
  expect(rows.map(({ id, older, newer }) => [id, older?.band.best, newer?.band.best])).toEqual([
    ['GONE', 500, undefined],
    ['A', 10, 200],
    ['NEW', undefined, 30],
  ])
  expect([rows[1].older?.faction.colour, rows[1].newer?.faction.colour]).toEqual(['#111111', '#ff1111'])
})
