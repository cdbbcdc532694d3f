/** Opens an atlas, and answers who holds what in it. */
import { type Atlas, decodeAtlas, STATE } from '../chronicle/atlas.ts'
import { decodeFactions, type Faction, nameOn } from '../chronicle/conflict.ts'
import { dayOf, isoOf } from '../chronicle/day.ts'
import { dayChanges } from '../chronicle/day-changes.ts'
import { indexFaces } from '../chronicle/face-index.ts'
import { heldSince, periodAt } from '../chronicle/history.ts'
import { FIRST_LANGUAGE } from '../chronicle/languages.ts'
import { boxOf } from '../geometry/plane.ts'

/** Who holds a point on a day. */
export interface Holder {
  /** id, and name on that day */
  faction: string
  name: string
  state: keyof typeof STATE
  /** id of the second side of ground that is not held alone; null where there is none, or nobody knows it */
  other: string | null
  /** first day of the holder, `YYYY-MM-DD` */
  since: string
}

export interface FrontAtlas {
  /** first and last day, `YYYY-MM-DD`, both inclusive */
  readonly first: string
  readonly last: string
  /** days on which the map differs from the day before, ascending */
  readonly changes: readonly string[]
  /** west, south, east, north of all ground, degrees */
  readonly bounds: [number, number, number, number]
  readonly factions: readonly Faction[]
  /** what the file holds, decoded */
  readonly atlas: Atlas
  /**
   * @param lon degrees, `lat` likewise
   * @param language ISO 639-1, of the name
   * @returns null outside of the map
   * @throws RangeError when the day is none
   */
  holderAt(lon: number, lat: number, day: string, language?: string): Holder | null
}

/**
 * Fetches `atlas/atlas.json` and `factions.json` of a folder: `data/` of a site of this project, or any data folder.
 * @param folder its address, absolute or relative to the page, ending in a slash
 * @throws Error when one of them does not arrive; AtlasError or TypeError when it is damaged or of another version
 */
export async function openAtlas(folder: string | URL): Promise<FrontAtlas> {
  const base = new URL(folder, globalThis.location?.href)
  const [atlas, factions] = await Promise.all(
    ['atlas/atlas.json', 'factions.json'].map(async (name) => {
      const response = await fetch(new URL(name, base))
      if (!response.ok) throw new Error(`${response.url} did not arrive (${response.status})`)
      return response.json()
    }),
  )
  return readAtlas(atlas, factions)
}

/**
 * @param atlasFile content of atlas.json, `factionsFile` of factions.json, parsed and not trusted
 * @throws AtlasError or TypeError when one is damaged or of another version
 */
export function readAtlas(atlasFile: unknown, factionsFile: unknown): FrontAtlas {
  const atlas = decodeAtlas(atlasFile)
  const factions = decodeFactions(factionsFile, atlas.factions)
  let faces: ReturnType<typeof indexFaces> | null = null
  return {
    first: isoOf(atlas.start),
    last: isoOf(atlas.end),
    changes: dayChanges(atlas).map(({ day }) => isoOf(day)),
    bounds: boxOf(positionsOf(atlas)),
    factions,
    atlas,
    holderAt(lon, lat, day, language = FIRST_LANGUAGE) {
      const on = dayOf(day)
      faces ??= indexFaces(atlas)
      const face = faces.faceAt(lon, lat)
      if (face < 0) return null
      const { history } = atlas.faces[face]
      const { holder, other, state } = periodAt(history, on)
      return {
        faction: atlas.factions[holder],
        name: nameOn(factions.find(({ id }) => id === atlas.factions[holder])!, on, language),
        state: (Object.keys(STATE) as (keyof typeof STATE)[]).find((name) => STATE[name] === state)!,
        other: other < 0 || state === STATE.held ? null : atlas.factions[other],
        since: isoOf(heldSince(history, on)),
      }
    },
  }
}

function* positionsOf({ arcs }: Atlas): Generator<[number, number]> {
  for (const { coordinates } of arcs)
    for (let i = 0; i < coordinates.length; i += 2) yield [coordinates[i], coordinates[i + 1]]
}
