/**
 * The map against what a reader who followed the war expects: place by place on the days that matter. Written from
 * the chronicle of the war, not from the map; when one of these fails, the map is wrong until somebody shows why not.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { areasOn } from '../../src/chronicle/areas.ts'
import { decodeAtlas } from '../../src/chronicle/atlas.ts'
import { dayOf } from '../../src/chronicle/day.ts'
import { evidenceFrom } from '../../src/chronicle/evidence-records.ts'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { periodAt } from '../../src/chronicle/history.ts'

const json = (file: string) => JSON.parse(readFileSync(`geodata/${file}`, 'utf8'))
const atlas = decodeAtlas(json('atlas/atlas.json'))
const evidence = evidenceFrom(json('atlas/evidence.json'), atlas)
const faces = indexFaces(atlas)

/** Holder at the site of a place, or at a point given as "lat,lon". */
function holder(where: string, day: string): string {
  const numbers = where.split(',').map(Number)
  const site =
    numbers.length === 2
      ? { lat: numbers[0], lon: numbers[1] }
      : evidence.sites.find(({ place }) => place === where)
  if (!site) throw new Error(`no site for "${where}"`)
  const face = faces.faceAt(site.lon, site.lat)
  return face < 0 ? 'outside' : atlas.factions[periodAt(atlas.faces[face].history, dayOf(day)).holder]
}

const EXPECTED: Record<string, Record<string, string>> = {
  '2024-11-26': {
    SAA: 'aleppo saraqib maarat-numan khan-shaykhun kafr-nabl kafr-nabudah hama homs damascus latakia tartus daraa suwayda palmyra deir-ez-zor mayadin abu-kamal hatlah salihiyah-east nubl masyaf salamiyah khanasir deir-hafer maskanah rusafah-ra maadan hasakah-security-square qamishli-airport khan-arnabah jableh nawa',
    HTS: 'idlib darat-izza 35.97,36.41 35.81,36.32',
    SDF: 'tel-rifaat menagh-air-base manbij raqqa tabqa kobani hasakah qamishli ain-issa tishrin-dam sheikh-maqsoud',
    SNA: 'azaz afrin tel-abyad 36.37,37.51 36.82,38.01 36.85,40.07',
    SFA: 'tanf-garrison',
    UN: 'quneitra-qu',
    IDF67: '33.13,35.78 32.95,35.78',
  },
  '2024-11-30': {
    HTS: 'saraqib maarat-numan khan-shaykhun',
    SDF: 'sheikh-maqsoud raqqa',
    SAA: 'hama homs damascus palmyra',
  },
  '2024-12-02': {
    SNA: 'tel-rifaat menagh-air-base',
    HTS: 'aleppo nubl khan-shaykhun',
    SAA: 'hama homs salamiyah masyaf',
    SDF: 'manbij sheikh-maqsoud',
  },
  // Rastan: local fighters took its posts that evening (OFF452).
  '2024-12-05': { HTS: 'hama', LOCAL: 'rastan', SAA: 'homs damascus palmyra deir-ez-zor latakia' },
  '2024-12-06': {
    HTS: 'rastan salamiyah',
    SDF: 'deir-ez-zor',
    SOR: 'nawa',
    SAA: 'homs damascus latakia tartus',
  },
  '2024-12-07': { SFA: 'palmyra', SOR: 'daraa', DRUZE: 'suwayda', SAA: 'damascus latakia tartus' },
  '2024-12-08': {
    HTS: 'damascus homs',
    SDF: 'deir-ez-zor raqqa kobani hasakah-security-square',
    DRUZE: 'suwayda',
  },
  '2024-12-09': { HTS: 'latakia tartus jableh damascus', SDF: 'raqqa' },
  '2024-12-01': { HTS: 'aleppo', SDF: 'sheikh-maqsoud', SAA: 'hama homs' },
  '2024-12-12': {
    IDF: 'quneitra-qu',
    HTS: 'deir-ez-zor mayadin abu-kamal',
    SNA: 'manbij',
    SDF: 'raqqa tabqa kobani hatlah tishrin-dam deir-hafer',
  },
  '2025-03-15': {
    HTS: 'latakia jableh tartus idlib hama kudna',
    SDF: 'rusafah-ra deir-hafer ghanim-ali sheikh-maqsoud',
    DRUZE: 'suwayda shahba',
    IDF: '33.01,35.875 quneitra-qu',
    SOR: 'busra-sham',
  },
  '2025-04-14': { HTS: 'busra-sham daraa' },
  '2025-07-25': { DRUZE: 'suwayda shahba', HTS: 'mazraa daraa' },
  '2025-12-31': {
    HTS: 'aleppo hama homs damascus latakia daraa palmyra deir-ez-zor afrin azaz manbij tanf-garrison mazraa khan-arnabah maadan bu-hamad',
    SDF: 'raqqa tabqa kobani hasakah qamishli hatlah tishrin-dam deir-hafer maskanah rusafah-ra ghanim-ali sheikh-maqsoud',
    SNA: 'tel-abyad 36.85,40.07',
    DRUZE: 'suwayda shahba',
    IDF: '33.01,35.875 quneitra-qu',
    IDF67: '33.13,35.78',
  },
  '2026-01-11': {
    HTS: 'sheikh-maqsoud ashrafiyah bani-zaid',
    SDF: 'deir-hafer maskanah tishrin-dam tabqa raqqa',
  },
  '2026-01-16': { SDF: 'deir-hafer maskanah jirah-air-base rusafah-ra tabqa raqqa hajin shaddadah' },
  '2026-01-17': {
    HTS: 'deir-hafer maskanah jirah-air-base rusafah-ra mansurah-ra ghanim-ali tabqa-air-base ratlah',
    SDF: 'tabqa tabqa-dam raqqa karamah busayrah tishrin-dam ain-issa',
  },
  '2026-01-18': {
    HTS: 'tabqa tabqa-dam raqqa karamah busayrah hajin baghuz-fawqani omar-oil-field markadah sabkhah arishah',
    SDF: 'aqtan-prison tishrin-dam ain-issa tall-saman sarrin kobani hol hasakah',
  },
  '2026-01-19': {
    HTS: 'tishrin-dam ain-issa tall-saman shaddadah',
    SDF: 'aqtan-prison sarrin qara-qozak-bridge kobani jalabiyah hasakah hol yaarubiyah tall-hamis tall-brak tall-tamr',
    // Units of both armies were in Tell Abyad from the 18th (J26-497).
    SNA: '36.85,40.07',
  },
  '2026-01-20': {
    HTS: 'sarrin qara-qozak-bridge khabur-dam panorama-junction hol yaarubiyah tall-hamis hol-camp',
    SDF: 'aqtan-prison kobani jalabiyah shuyukh-tahtani hasakah qamishli rumaylan jawadiyah tall-tamr abu-rasin',
  },
  '2026-01-30': {
    HTS: 'aqtan-prison hol-camp lafarge-plant safa-jawadiyah raqqa shaddadah',
    SDF: 'kobani jalabiyah hasakah qamishli qamishli-airport malikiyah-ha maabada tall-brak',
  },
  '2026-02-27': {
    HTS: 'qamishli-airport sarrin hol yaarubiyah tall-hamis raqqa deir-ez-zor tanf-garrison mazraa khan-arnabah',
    SDF: 'kobani hasakah qamishli amuda darbasiyah qahtaniyah-ha rumaylan malikiyah-ha semalka-crossing tall-tamr',
    SNA: '36.85,40.07',
    DRUZE: 'suwayda shahba',
    IDF: '33.01,35.875 quneitra-qu',
    IDF67: '33.13,35.78',
  },
}

describe.each(Object.entries(EXPECTED))('on %s', (day, sides) => {
  it.each(Object.entries(sides))('%s holds what a reader expects', (faction, places) => {
    for (const where of places.split(' '))
      expect(`${where}: ${holder(where, day)}`).toBe(`${where}: ${faction}`)
  })
})

describe('on every day', () => {
  const days = Array.from({ length: atlas.end - atlas.start + 1 }, (_, i) => atlas.start + i)
  const index = (id: string) => atlas.factions.indexOf(id)

  it('the army holds nothing after its end', () => {
    for (const day of days)
      if (day > dayOf('2024-12-12')) expect(areasOn(atlas, day)[index('SAA')].best).toBe(0)
  })

  it('ISIS holds no ground', () => {
    for (const day of days) expect(areasOn(atlas, day)[index('ISIS')].best).toBe(0)
  })

  it('the Golan stays occupied Syrian territory, apart from the strip taken in December 2024', () => {
    const [first] = days
    const before = areasOn(atlas, first)
    expect(before[index('IDF')].best).toBe(0)
    for (const day of days)
      expect(areasOn(atlas, day)[index('IDF67')].best).toBeCloseTo(before[index('IDF67')].best, 0)
  })
})
