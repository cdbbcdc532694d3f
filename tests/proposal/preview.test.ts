import { describe, expect, it } from 'vitest'
import { areasOn } from '../../src/chronicle/areas.ts'
import type { Atlas } from '../../src/chronicle/atlas.ts'
import { decodeAtlas } from '../../src/chronicle/atlas.ts'
import { changesBetween } from '../../src/chronicle/changes.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import type { Preview } from '../../src/proposal/compiler.ts'
import type { Proposal } from '../../src/proposal/proposal.ts'
import { eastferry, heldByGar, newPlace, openMadeUp, proposal } from './made-up.ts'

const compiler = openMadeUp()
const preview = (over: Partial<Proposal>) => compiler.preview(proposal(over))
const before = decodeAtlas(JSON.parse(compiler.compile(proposal({}))!.get('atlas/atlas.json')!))

const holderAt = (atlas: Atlas, lon: number, lat: number, day: string) => {
  const { history } = atlas.faces[indexFaces(atlas).faceAt(lon, lat)]
  return atlas.factions[periodAt(history, dayOf(day)).holder]
}

/** Shifts add up to what the two atlases say of the areas of every day; km² that are let go are hairs between lines. */
function expectSound({ after, stretches }: Preview) {
  for (let day = before.start; day <= before.end; day++) {
    const shifts = stretches.find(({ start, end }) => day >= start && day <= end)?.shifts ?? []
    const [was, is] = [areasOn(before, day), areasOn(after!, day)]
    before.factions.forEach((_, faction) => {
      const { gained = 0, lost = 0 } = shifts.find((shift) => shift.faction === faction) ?? {}
      expect(gained - lost).toBeCloseTo(is[faction].best - was[faction].best, 0)
    })
  }
}

describe('a claim about a known place', () => {
  const shown = preview({ claims: [eastferry()] })

  it('moves the ground of its place from its day on', () => {
    expect(shown.checked.findings).toEqual([])
    expect(holderAt(shown.after!, -18.48, -30.32, '2001-05-24')).toBe('LIG')
    expect(holderAt(shown.after!, -18.48, -30.32, '2001-05-25')).toBe('GOV')
    expect(shown.stretches).toHaveLength(1)
    const [{ start, end, km2, shifts }] = shown.stretches
    expect([start, end]).toEqual([dayOf('2001-05-25'), before.end])
    const [gov, lig] = ['GOV', 'LIG'].map((id) => before.factions.indexOf(id))
    expect(shifts).toEqual([
      { faction: gov, gained: km2, lost: 0 },
      { faction: lig, gained: 0, lost: km2 },
    ])
    expect(km2).toBeGreaterThan(50)
    expectSound(shown)
  })

  it('says which faces changed, and where', () => {
    const { faceAt } = indexFaces(shown.after!)
    expect(shown.faces).toContain(faceAt(-18.48, -30.32))
    const box = shown.changed.flatMap(({ polygons }) => polygons.flat(2))
    expect(box.every(([lon, lat]) => Math.abs(lon + 18.5) < 0.4 && Math.abs(lat + 30.3) < 0.4)).toBe(true)
  })

  it('comes with the evidence of it', () => {
    expect(shown.evidence?.claims.find(({ id }) => id === 'RW008')).toMatchObject({
      about: 'eastferry',
      grade: 'B',
    })
  })
})

describe('a range of days', () => {
  it('is stretches: who holds the ground is open first', () => {
    const { stretches } = preview({ claims: [eastferry({ earliest: '2001-05-20' })] })
    expect(stretches.map(({ start, end, shifts }) => [start, end, shifts.length])).toEqual([
      [dayOf('2001-05-20'), dayOf('2001-05-24'), 0],
      [dayOf('2001-05-25'), before.end, 2],
    ])
  })
})

describe('a new place', () => {
  it('gets ground of its own', () => {
    const claims = [eastferry({ place: 'thornwick', sources: 'background' })]
    const shown = preview({ places: [newPlace()], claims })
    expect(shown.checked.findings).toEqual([])
    expect(holderAt(shown.after!, -18.3, -30.4, '2001-05-25')).toBe('GOV')
    expect(holderAt(shown.after!, -18.3, -30.4, '2001-05-24')).toBe('LIG')
    expect(shown.stretches.at(-1)?.shifts.length).toBe(2)
    expectSound(shown)
  })
})

describe('a claim about an area', () => {
  it('moves what lies in its outline', () => {
    const ring = [
      [-18.5, -30.6],
      [-18.2, -30.6],
      [-18.2, -30.45],
      [-18.5, -30.45],
      [-18.5, -30.6],
    ]
    const area = {
      id: 'cape',
      name: 'The cape',
      name_fr: 'Le cap',
      kind: 'zone',
      precision_m: '2000',
      outline: JSON.stringify({ type: 'Polygon', coordinates: [ring] }),
    }
    const shown = preview({
      areas: [area],
      areaClaims: [heldByGar('cape')],
    })
    expect(shown.checked.findings).toEqual([])
    expect(shown.checked.claims[0].grade).toBe('B')
    expect(holderAt(shown.after!, -18.35, -30.52, '2001-06-02')).toBe('GAR')
    expectSound(shown)
  })
})

describe('places whose claims lose', () => {
  it('are named when the map says otherwise than they do, which stops a compile', () => {
    const over = {
      claims: [
        eastferry({
          place: 'westferry',
          earliest: '2001-05-10',
          latest: '2001-05-10',
          from: 'LIG',
          to: 'GAR',
        }),
      ],
    }
    const shown = preview(over)
    expect(shown.losing.map(({ place }) => place)).toEqual(['westferry'])
  })

  it('are none of those that the proposal itself amends', () => {
    const shown = preview({
      amended: [
        { id: 'RW001', verdict: 'rejected', reason_fr: 'Elle a été démentie.', reason_en: 'It was denied.' },
      ],
    })
    expect(shown.checked.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(holderAt(shown.after!, -18.64, -30.32, '2001-05-15')).toBe('GOV')
    expect(shown.losing).toEqual([])
    expectSound(shown)
  })
})

describe('a proposal with errors', () => {
  it('has no map, and says why', () => {
    const shown = preview({ claims: [eastferry({ to: 'XYZ' })] })
    expect(shown).toMatchObject({ after: null, evidence: null, changed: [], stretches: [] })
    expect(shown.checked.findings[0].rule).toBe('unknown-faction')
  })

  it('leaves nothing behind for the next one', () => {
    const once = preview({ claims: [eastferry()] })
    preview({ claims: [eastferry({ to: 'XYZ' })] })
    preview({ places: [newPlace()], claims: [eastferry({ place: 'thornwick' })] })
    const again = preview({ claims: [eastferry()] })
    expect({ ...again, ms: 0 }).toEqual({ ...once, ms: 0 })
    expect(changesBetween(again.after!, dayOf('2001-05-24'), dayOf('2001-05-25')).length).toBeGreaterThan(0)
  })
})

it('without rows changes nothing', () => {
  expect(preview({})).toMatchObject({ changed: [], stretches: [], faces: [], losing: [] })
})
