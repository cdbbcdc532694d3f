/** Small atlases made up by chance: histories and areas, no shapes. */
import fc from 'fast-check'
import { type Atlas, type Face, type Period, STATE } from '../../src/chronicle/atlas.ts'
import { dayOf } from '../../src/chronicle/day.ts'

export const START = dayOf('2024-11-26')
export const DAYS = 40
const FACTIONS = ['A', 'B', 'C', 'D']
const GOVERNORATES = ['SY-HL', 'SY-ID', 'SY-HM']

const faction = fc.nat(FACTIONS.length - 1)

/** Ground between two others has a second faction, or one that nobody knows. */
const segment = fc
  .record({ holder: faction, other: fc.option(faction), state: fc.constantFrom(...Object.values(STATE)) })
  .map(({ holder, other, state }) => ({
    holder,
    state,
    other: state === STATE.held || other === null || other === holder ? -1 : other,
  }))

const history: fc.Arbitrary<Period[]> = fc
  .tuple(
    segment,
    fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: DAYS }), segment), {
      selector: ([at]) => at,
      maxLength: 6,
    }),
  )
  .map(([first, rest]) => [
    { start: START, ...first },
    ...rest.sort(([a], [b]) => a - b).map(([at, later]) => ({ start: START + at, ...later })),
  ])

const face: fc.Arbitrary<Face> = fc
  .tuple(
    history,
    fc.array(fc.tuple(fc.nat(GOVERNORATES.length - 1), fc.integer({ min: 1, max: 5000 })), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([history, parts]) => {
    const governorates = [...new Map(parts)]
    return { polygons: [], history, governorates, km2: governorates.reduce((sum, [, km2]) => sum + km2, 0) }
  })

export const randomAtlas: fc.Arbitrary<Atlas> = fc
  .array(face, { minLength: 1, maxLength: 12 })
  .map((faces) => ({
    conflict: 'chance',
    start: START,
    end: START + DAYS,
    factions: FACTIONS,
    governorates: GOVERNORATES,
    arcs: [],
    faces,
  }))

export const anyDay = fc.integer({ min: START, max: START + DAYS })
export const anyGovernorate = fc.option(fc.nat(GOVERNORATES.length - 1))
