import { readdirSync, readFileSync } from 'node:fs'
import type { FeatureCollection, Point } from 'geojson'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'

type Cells = Record<string, string>
const GEODATA = new URL('../../geodata/', import.meta.url)
const text = (path: string) => readFileSync(new URL(path, GEODATA), 'utf8')
const csv = (path: string) => Papa.parse<Cells>(text(path), { header: true, skipEmptyLines: true }).data
const list = (cell: string) => cell.split('|').filter(Boolean)

const events = csv('events/events.csv')
const statements = csv('statements.csv')
const positions = (
  JSON.parse(text('positions/positions.geojson')) as FeatureCollection<Point, Record<string, never>>
).features.map(({ properties, geometry }) => ({
  ...(properties as unknown as {
    id: string
    site: string
    faction: string
    kind: string
    name: string
    name_ar: string
    status: string
    start_date: string
    end_date: string | null
    verdict: string
    reason_en: string
    reason_ar: string
    sources: string[]
    precision_m: number
  }),
  lonLat: geometry.coordinates,
}))
const claims = readdirSync(new URL('claims/', GEODATA))
  .filter((name) => name.endsWith('.csv'))
  .flatMap((name) => csv(`claims/${name}`))

describe('events', () => {
  it.each([
    ['2024-12-08', /Damascus/],
    ['2025-03-06', /coast/],
    ['2025-03-10', /accord/],
    ['2025-04-01', /Aleppo Kurdish quarters/],
    ['2025-06-22', /church/],
    ['2025-07-13', /Suwayda/],
    ['2025-07-16', /Israeli strikes on Defence Ministry/],
    ['2025-10-05', /Aleppo Kurdish quarters/],
    ['2025-11-28', /Beit Jinn/],
    ['2025-12-13', /Palmyra/],
    ['2025-12-22', /Aleppo/],
    ['2026-01-18', /ceasefire and integration agreement/],
    ['2026-01-20', /truce/],
    ['2026-01-30', /agreement/],
  ])('hold what happened on %s', (date, title) => {
    expect(events.filter((event) => event.date === date && title.test(event.title_en))).not.toHaveLength(0)
  })
})

describe('positions', () => {
  it('never take a plan or an inference for a presence', () => {
    for (const position of positions)
      if (position.status === 'planned' || position.status === 'inferred')
        expect(position.reason_en && position.reason_ar, position.id).not.toBe('')
    const planned = positions.filter(({ status }) => status === 'planned')
    for (const position of planned) expect(position.verdict, position.id).toBe('contested')
    // Of the nine Russian positions announced on 17 November 2025 only these two are known by name.
    expect(planned.filter(({ faction }) => faction === 'RUS').map(({ site }) => site)).toEqual([
      'rus-tulul-al-humr',
      'rus-al-safra',
    ])
  })

  it('show no Russian post in the south present after 9 December 2024', () => {
    const south = positions.filter(
      ({ faction, lonLat }) => faction === 'RUS' && lonLat[1] < 33.5 && lonLat[0] < 36.3,
    )
    expect(south.length).toBeGreaterThan(0)
    for (const { id, status, end_date } of south)
      if (status === 'active' || status === 'inferred')
        expect(end_date !== null && end_date <= '2024-12-09', id).toBe(true)
  })
})

describe('statements of the founding documents', () => {
  it.each([
    [/recaptured Hama/, 'rejected'],
    [/centre of Hama/, 'rejected'],
    [/northern parts of Homs/, 'rejected'],
    [/al-Quraya.*ISIS/, 'rejected'],
    [/border crossing at Abu Kamal/, 'rejected'],
    [/nine positions in Quneitra/, 'contested'],
    [/58 places/, 'contested'],
    [/Qalaat al-Madiq in May 2019/, 'accepted'],
    [/Kafr Nabudah/, 'accepted'],
  ])('judge %s as %s', (wording, verdict) => {
    const found = statements.filter(({ statement }) => wording.test(statement))
    expect(found.map((statement) => statement.verdict)).toEqual([verdict])
  })

  it('reject nothing that the claim behind it is accepted for', () => {
    const holding = new Set([
      'baseline',
      'captured',
      'recaptured',
      'withdrawn',
      'handover',
      'uprising',
      'entered',
    ])
    const byId = new Map(claims.map((claim) => [claim.id, claim]))
    for (const { verdict, rows: cell, statement } of statements) {
      const first = byId.get(list(cell)[0])
      if (!first || !holding.has(first.event)) continue
      if (verdict === 'rejected') expect(first.verdict, statement).not.toBe('accepted')
    }
  })
})
