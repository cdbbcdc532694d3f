/** Governorates and names of the base data: which governorate a point lies in, what a place is called in Arabic. */
import { readFileSync } from 'node:fs'
import * as turf from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson'

type Ground = Feature<Polygon | MultiPolygon>

export interface GazetteerEntry {
  name: string
  nameAr: string | null
  kind: string
  lon: number
  lat: number
  precision: number
}

const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T

export class Gazetteer {
  readonly governorates: { code: string; name: string; ground: Ground }[]
  readonly #entries: GazetteerEntry[]

  /** @param base folder with admin1.geojson and places.geojson */
  constructor(base: string) {
    const admin = read<FeatureCollection<Polygon | MultiPolygon>>(`${base}/admin1.geojson`)
    this.governorates = admin.features.map((feature) => ({
      code: String(feature.properties?.iso ?? feature.properties?.code ?? feature.properties?.id),
      name: String(feature.properties?.name),
      ground: feature,
    }))
    this.#entries = read<FeatureCollection<Point>>(`${base}/places.geojson`).features.map((feature) => ({
      name: String(feature.properties?.name),
      nameAr: (feature.properties?.name_ar as string) || null,
      kind: String(feature.properties?.kind),
      lon: feature.geometry.coordinates[0],
      lat: feature.geometry.coordinates[1],
      precision: Number(feature.properties?.prec) || 1000,
    }))
  }

  /** Governorate that contains the point, or the nearest one for points on the border or in the sea. */
  governorateOf(lon: number, lat: number): string {
    const point = turf.point([lon, lat])
    const inside = this.governorates.find(({ ground }) => turf.booleanPointInPolygon(point, ground))
    if (inside) return inside.code
    const distances = this.governorates.map(({ code, ground }) => ({
      code,
      km: turf.pointToPolygonDistance(point, ground, { units: 'kilometers' }),
    }))
    return distances.sort((a, b) => a.km - b.km)[0].code
  }

  /** The entry of the same Latin or Arabic name nearest to the point, within `km`. */
  find(name: string, nameAr: string, lon: number, lat: number, km: number): GazetteerEntry | null {
    const [wanted, arabic] = [skeleton(name), arabicKey(nameAr)]
    let best: GazetteerEntry | null = null
    let least = km
    for (const entry of this.#entries) {
      if (Math.abs(entry.lat - lat) > 0.05) continue
      const sameArabic = arabic !== '' && entry.nameAr !== null && arabicKey(entry.nameAr) === arabic
      if (!sameArabic && skeleton(entry.name) !== wanted) continue
      const distance = kilometres(lon, lat, entry.lon, entry.lat)
      if (distance <= least) [best, least] = [entry, distance]
    }
    return best
  }
}

/** Great-circle distance in km. */
export function kilometres(lonA: number, latA: number, lonB: number, latB: number): number {
  return turf.distance([lonA, latA], [lonB, latB], { units: 'kilometers' })
}

/** Consonants of a transliterated name without article, brackets and generic words: spellings of one name agree. */
export function skeleton(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’ʿʾ‘`]/g, '')
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/\b(city|town|village)\b/g, ' ')
    .replace(/\b(al|ar|as|at|az|ash|an|ad|el|adh|ath)-/g, '')
    .replace(/\b(al|el)\s/g, '')
    .replace(/\bbayt\b/g, 'beit')
    .replace(/\bdeir|dayr\b/g, 'dr')
    .replace(/\btell|tall|tel\b/g, 'tl')
    .replace(/kh/g, 'X')
    .replace(/gh/g, 'G')
    .replace(/sh/g, 'S')
    .replace(/[aeiouyw\s,.\-–/h]/g, '')
    .replace(/q/g, 'k')
    .replace(/(.)\1+/g, '$1')
}

/** Arabic name without article marks and spelling variants. */
export function arabicKey(name: string): string {
  return name
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/[ؤئ]/g, 'ء')
    .replace(/(^|\s)ال/g, '$1')
    .replace(/[\s\-–/]+/g, ' ')
    .trim()
}
