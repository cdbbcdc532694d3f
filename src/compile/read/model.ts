/** What people write in geodata, typed: the rows and features of its files. */
import type * as chronicle from '../../chronicle/conflict.ts'
import type { Day } from '../../chronicle/day.ts'
import type { Judgement, Reading, SourceRecord } from '../../chronicle/evidence.ts'
import type { Text } from '../../chronicle/text.ts'

/** conflict.json as it is written; what readers are served of it is the Conflict of chronicle */
export interface ConflictFile
  extends Pick<chronicle.Conflict, 'id' | 'title' | 'start' | 'end' | 'bbox' | 'projection' | 'languages'> {
  /** one sentence for search engines and previews, by language */
  description?: Text
  /** countries that the claims are about: `iso3` names them in base/countries.geojson, `iso2` in area claims */
  home?: { iso3: string; iso2: string }[]
  /** ground of a home country that base/countries.geojson gives to another: layer of base/, and the name in area claims */
  parts?: { id: string; layer: string; of: string }[]
  /** pairs of base/borders.geojson that are ceasefire lines on home ground */
  ceasefire?: string[]
  /** lists of countries of the surroundings (English names) that are drawn as one */
  undivided?: string[][]
  /** page on which a new issue about the data is written (https), where there is one */
  issues?: string
  /** whose daily maps the ground was taken from; such a folder has no claims */
  imported?: { publisher: string; url: string | null }
  /** ids of barriers that this folder, which draws its own, takes over from the folder that it shares from */
  barriers?: string[]
  /** the folder whose line on a day this one must agree with on its own, see guards/meets.ts */
  meets?: { folder: string; day: string; with: string }
}

export type Faction = Pick<chronicle.Faction, 'id' | 'role' | 'names' | 'lineage' | 'dissolved'>

/** Where a row stands, for messages. */
export interface Origin {
  /** path from the geodata folder, see `Folder.nameOf` */
  file: string
  line: number
}

export interface Place extends Origin {
  id: string
  name: Text
  variants: string[]
  kind: string
  governorate: string
  precision_m: number
  side?: string
  lon: number
  lat: number
}

export interface Claim extends Origin, Judgement {
  id: string
  place: string
  earliest: Day
  latest: Day
  event: string
  from: string | null
  to: string | null
}

export interface AreaClaim extends Origin, Judgement {
  id: string
  area: string
  earliest: Day
  latest: Day
  from: string[]
  to: string
  state: 'held' | 'contested'
  except: string[]
}

/** A reading as it stands in the table. */
export interface ReadingRow extends Reading, Origin {
  claim: string
}

export interface Area extends Origin {
  id: string
  name: Text
  kind: string
  precision_m: number
  /** degrees, lon lat: polygons of rings */
  polygons: number[][][][]
}

export interface Barrier extends Origin {
  id: string
  name: string
  kind: string
  certainty: 'evidence' | 'inferred'
  precision_m: number
  sources: string[]
  /** degrees, lon lat */
  coordinates: number[][]
}

/** A record of a JSON file, with where it stands when it was read from one. */
export type Written<T> = T & Partial<Origin>

export interface Dataset {
  conflict: ConflictFile
  factions: Written<Faction>[]
  sources: Map<string, Written<SourceRecord>>
  places: Map<string, Place>
  claims: Claim[]
  areaClaims: AreaClaim[]
  /** the second reading; the claims carry theirs */
  readings?: ReadingRow[]
  areas: Map<string, Area>
  barriers: Barrier[]
  /** outside figures that the result must agree with */
  bands: Written<Band>[]
  /** outlines of the country's parts, degrees */
  country: number[][][]
  /** the home countries by `iso2`, and their parts, degrees: area claims may name them */
  outlines: { id: string; polygons: number[][][][] }[]
  governorates: Written<{ id: string; name: Text; polygons: number[][][][] }>[]
}

/** An outside figure that the map must agree with: share of the country in per cent, without the factions that the publisher leaves out. */
export interface Band {
  date: string
  factions: string[]
  low: number
  high: number
  /** a day: `low` and `high` are then km² that the factions gained since it, not per cent */
  since?: string
  /** ground of these factions does not count as the country's */
  without: string[]
  publisher: string
}

/** @returns claims of places, then those of areas */
export const allClaims = ({
  claims,
  areaClaims,
}: Pick<Dataset, 'claims' | 'areaClaims'>): (Claim | AreaClaim)[] => [...claims, ...areaClaims]
