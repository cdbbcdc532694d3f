/** Zones and positions tell one story: a post of a faction that holds ground stands on ground that is shown as that faction's. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodeAtlas, STATE } from '../../src/chronicle/atlas.ts'
import { isoOf } from '../../src/chronicle/day.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { readPositions } from '../../src/chronicle/positions.ts'

const json = (file: string) => JSON.parse(readFileSync(`geodata/${file}`, 'utf8'))
const atlas = decodeAtlas(json('atlas/atlas.json'))
const faces = indexFaces(atlas)

// Not in the chapter 2019–20: from October 2019 the army stood at posts inside ground that others ran, by agreement.
describe('active posts of factions that hold ground', () => {
  const posts = readPositions(json('positions/positions.geojson')).filter(
    ({ faction, status }) => status === 'active' && atlas.factions.includes(faction),
  )

  it('stand on ground that is shown as theirs, alone or with another, on every day', () => {
    expect(posts.length).toBeGreaterThan(10)
    const elsewhere = posts.flatMap(({ id, faction, lon, lat, start, end }) => {
      const face = faces.faceAt(lon, lat)
      if (face < 0) return [`${id} lies outside`]
      const own = atlas.factions.indexOf(faction)
      const last = (end ?? atlas.end + 1) - 1
      return atlas.faces[face].history.flatMap((period, i, history) => {
        const next = history[i + 1]?.start ?? atlas.end + 1
        const [from, to] = [Math.max(period.start, start), Math.min(next - 1, last)]
        const isThere = period.holder === own || (period.state !== STATE.held && period.other === own)
        return from > to || isThere ? [] : [`${id} ${isoOf(from)}: ${atlas.factions[period.holder]}`]
      })
    })
    expect(elsewhere).toEqual([])
  })
})
