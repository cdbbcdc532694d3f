/**
 * From row names to places. Rows whose names agree and whose points lie within 2.5 km are one place; decisions by hand
 * (place-decisions.csv) come first: they merge, split rows that list several places, rename and correct.
 */
import type { Feature, FeatureCollection, Point } from 'geojson'
import { arabicKey, type Gazetteer, kilometres, skeleton } from './gazetteer.ts'
import { type Cells, type FactRow, list, readCsv } from './rows.ts'
import { slug } from './sources.ts'

export interface Place {
  id: string
  name: string
  nameAr: string | null
  variants: Set<string>
  kind: string
  governorate: string
  lon: number
  lat: number
  precision: number
  side?: string
  note?: string
}

const SAME_PLACE_KM = 2.5
const SYMBOLIC_PRECISION_M = 20_000

/** A decision `!` says that the point of a row stands for something larger than a place. */
const WIDE = '!'

/** Notes and names that say so themselves. */
const soundsWide = (row: FactRow): boolean =>
  /^non-drawable|point is symbolic|do not draw|placeholder/i.test(row.note) ||
  /(countryside|governorate|villages shelled|front overall|whole\))/i.test(row.name)

export class PlaceBook {
  readonly places = new Map<string, Place>()
  readonly #gazetteer: Gazetteer
  readonly #decided = new Map<string, string[]>()
  readonly #corrections = new Map<string, Cells>()

  /**
   * @param decisions CSV `row,places`: ids of the places that a row speaks of
   * @param corrections CSV `id,name,name_ar,kind,lat,lon,precision_m,side,note`: places to add, and cells to overwrite
   */
  constructor(gazetteer: Gazetteer, decisions: string, corrections: string) {
    this.#gazetteer = gazetteer
    for (const cells of readCsv(decisions)) this.#decided.set(cells.row, list(cells.places))
    for (const cells of readCsv(corrections)) this.#corrections.set(cells.id, cells)
  }

  /** Ids of the places that a row speaks of; registers them when they are new. */
  placesOf(row: FactRow): string[] {
    const decided = this.#decided.get(row.id)
    if (decided && decided[0] !== WIDE) {
      for (const id of decided) this.#ensure(id, row, decided.length === 1)
      return decided
    }
    const known = this.#match(row)
    if (known) {
      this.#learn(known, row)
      return [known.id]
    }
    const id = this.#freeId(row)
    this.#add(id, row)
    return [id]
  }

  #isSymbolic(row: FactRow): boolean {
    const decided = this.#decided.get(row.id)
    return decided ? decided[0] === WIDE : soundsWide(row)
  }

  #match(row: FactRow): Place | null {
    const [name, arabic] = [skeleton(row.name), arabicKey(row.nameAr)]
    const symbolic = this.#isSymbolic(row)
    let best: Place | null = null
    let least = SAME_PLACE_KM
    for (const place of this.places.values()) {
      const distance = kilometres(row.lon, row.lat, place.lon, place.lat)
      if (distance > least) continue
      if (symbolic !== place.precision >= SYMBOLIC_PRECISION_M) continue
      const names = [place.name, ...place.variants].map(skeleton)
      const sameArabic = arabic !== '' && place.nameAr !== null && arabicKey(place.nameAr) === arabic
      if (!names.includes(name) && !sameArabic) continue
      if (kindOf(row.name) !== kindOf(place.name) && !names.includes(name)) continue
      if (distance < least || !best) [best, least] = [place, distance]
    }
    return best
  }

  #learn(place: Place, row: FactRow): void {
    const name = displayName(row.name)
    if (name !== place.name) place.variants.add(name)
    if (!place.nameAr && row.nameAr) place.nameAr = row.nameAr
    const precision = precisionIn(row.note)
    if (precision && place.precision < precision && place.kind !== 'city') place.precision = precision
  }

  #ensure(id: string, row: FactRow, alone: boolean): void {
    const known = this.places.get(id)
    if (known) {
      if (alone) this.#learn(known, row)
      return
    }
    const correction = this.#corrections.get(id)
    if (correction?.lat) this.#place(id, correction.name, Number(correction.lon), Number(correction.lat), row)
    else if (alone) this.#add(id, row)
    // The point of a row that lists several places belongs to none of them.
    else throw new Error(`${row.id}: place "${id}" needs a point of its own in place-corrections.csv`)
  }

  #freeId(row: FactRow): string {
    const name = slug(
      displayName(row.name)
        .replace(/\b(al|ar|as|at|az|ash|an|ad)-/gi, '')
        .replace(/[/,–].*$/, ''),
    )
    if (!this.places.has(name)) return name
    const inGovernorate = `${name}-${this.#gazetteer.governorateOf(row.lon, row.lat).slice(3).toLowerCase()}`
    let id = inGovernorate
    for (let n = 2; this.places.has(id); n++) id = `${inGovernorate}-${n}`
    return id
  }

  #add(id: string, row: FactRow): void {
    // A wide statement keeps its full wording, so that it is not taken for the place that it mentions.
    this.#place(id, this.#isSymbolic(row) ? row.name : displayName(row.name), row.lon, row.lat, row)
  }

  #place(id: string, name: string, lon: number, lat: number, row: FactRow): void {
    const entry = this.#gazetteer.find(name, row.nameAr, lon, lat, 3)
    const symbolic = this.#isSymbolic(row)
    const kind = symbolic ? 'site' : (kindOf(name) ?? entry?.kind ?? 'village')
    const typical = kind === 'city' ? 300 : kind === 'town' ? 500 : 1000
    const place: Place = {
      id,
      name,
      nameAr: row.nameAr || entry?.nameAr || null,
      variants: new Set(),
      kind,
      governorate: this.#gazetteer.governorateOf(lon, lat),
      lon,
      lat,
      precision: symbolic ? SYMBOLIC_PRECISION_M : (precisionIn(row.note) ?? typical),
    }
    const correction = this.#corrections.get(id)
    if (correction) applyCorrection(place, correction)
    this.places.set(id, place)
  }

  /** The places as GeoJSON, ascending by id. */
  toGeoJson(): FeatureCollection<Point> {
    const features = [...this.places.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(
        (place): Feature<Point> => ({
          type: 'Feature',
          properties: {
            id: place.id,
            name: place.name,
            name_ar: place.nameAr,
            variants: [...place.variants].filter((variant) => variant !== place.name).sort(),
            kind: place.kind,
            governorate: place.governorate,
            precision_m: place.precision,
            ...(place.side ? { side: place.side } : {}),
            ...(place.note ? { note: place.note } : {}),
          },
          geometry: { type: 'Point', coordinates: [round(place.lon), round(place.lat)] },
        }),
      )
    return { type: 'FeatureCollection', features }
  }
}

const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4

function applyCorrection(place: Place, cells: Cells): void {
  if (cells.name) place.name = cells.name
  if (cells.name_ar) place.nameAr = cells.name_ar
  if (cells.kind) place.kind = cells.kind
  if (cells.lat) place.lat = Number(cells.lat)
  if (cells.lon) place.lon = Number(cells.lon)
  if (cells.precision_m) place.precision = Number(cells.precision_m)
  if (cells.side) place.side = cells.side
  if (cells.note) place.note = cells.note
}

/** Spellings that most readers know, for names that the rows spell in several ways. */
const USUAL_NAMES: [RegExp, string][] = [
  [/^Tall Rifat$|^Tel Rifaat$/, 'Tel Rifaat'],
  [/^Sweida( city)?$|^Suwayda( city)?$/, 'Suwayda'],
  [/^Jablah$|^Jableh$/, 'Jableh'],
  [/^Dayr Hafir$|^Deir Hafer$/, 'Deir Hafer'],
  [/^(Kuwayris|Kuweires) air base/, 'Kuweires air base'],
  [/^Sheikh Maqsu?o?u?d$/, 'Sheikh Maqsoud'],
  [/^Sheikh Maqsu?o?u?d and Ashrafiyah( edges)?$/, 'Sheikh Maqsoud and Ashrafiyah'],
  [/^Be?a?yi?t Jinn$/, 'Beit Jinn'],
  [/^al-Zahra( \(north Aleppo\))?$|^Al-Zahraa \(Nubl\)$/, 'Al-Zahraa'],
  [/^Maa?r?rat al-Numan$/, 'Maarat al-Numan'],
  [/^Quneitra \/ Khan Arnabah$/, 'Khan Arnabah'],
  [/^(Sa'sa'|Saasaa)/, "Sa'sa'"],
  [/^Jurin and the western Ghab$/, 'Jurin'],
  [/^Latakia( city)?$/, 'Latakia'],
  [/^Tartus( city)?$/, 'Tartus'],
]

/** A name without what a row adds to it: "Kafr Nabl (re-taken)" is Kafr Nabl. */
export function displayName(name: string): string {
  const usual = USUAL_NAMES.find(([pattern]) => pattern.test(name))
  if (usual) return usual[1]
  const bare = name
    .replace(/\s*\(.*?\)/g, '')
    .replace(/, M5$/, '')
    .replace(/\bcity$/, '')
    .trim()
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}

/** Kind that a name itself tells, else null. */
export function kindOf(name: string): string | null {
  if (
    /air ?base|airport|airfield|airstrip|barracks|brigade|regiment|garrison|military academy|colleges|\bbase\b|\bpost\b|posts\b|headquarters/i.test(
      name,
    )
  )
    return 'base'
  if (/\bdam\b/i.test(name)) return 'dam'
  if (/crossing|bridge|checkpoint|border post/i.test(name)) return 'crossing'
  if (/oil field|gas plant|gas field|power plant|field\b|pumping|pump station/i.test(name)) return 'field'
  if (/\b(quarter|district|districts|square|roundabout|neighbourhood)\b/i.test(name)) return 'quarter'
  if (/\b(jabal|tell|hill|tallat|summit|mount|heights)\b/i.test(name)) return 'hill'
  if (/road|desert|badia|front\b|prison/i.test(name)) return 'site'
  return null
}

/** Metres out of "Coordinate approximate (+-2 km)", "coord approx ±5 km", "Location +/-1.5 km"; 3000 for a bare "approximate". */
export function precisionIn(note: string): number | null {
  const km = /(?:\+\/?-|±)\s?(\d+(?:\.\d+)?)(?:-(\d+))? ?km/.exec(note)
  if (km) return Number(km[2] ?? km[1]) * 1000
  return /coord(inate)?s? (approx|approximate|indicative|generic)/i.test(note) ? 3000 : null
}
