/** Fetches what the first picture needs, and the rest when it is asked for. */
import type { FeatureCollection } from 'geojson'
import { type Atlas, decodeAtlas } from '../../chronicle/atlas.ts'
import type { Conflict, Faction, Governorate } from '../../chronicle/conflict.ts'
import { decodeEvents } from '../../chronicle/events.ts'
import type { EvidenceFile } from '../../chronicle/evidence.ts'
import { type MilitaryPosition, readPositions } from '../../chronicle/positions.ts'
import { atlasWanted, readAtlasList } from './atlas-list.ts'
import { FIRST_FILES } from './first-files.ts'
import { once } from './once.ts'

/** A file that did not arrive or cannot be read. */
export class LoadError extends Error {
  readonly file: string
  readonly reason: 'not-reached' | 'not-found' | 'damaged'
  constructor(file: string, reason: LoadError['reason'], options?: ErrorOptions) {
    super(`${file}: ${reason}`, options)
    this.name = 'LoadError'
    this.file = file
    this.reason = reason
  }
}

/** All atlases of this build. */
export const ATLASES = readAtlasList(document)
const shown = atlasWanted(ATLASES, new URLSearchParams(location.search).get('atlas'))

/** Address of the data of the atlas that is shown, beside the page wherever the page lies. */
export const DATA = new URL(shown > 0 ? `data/${ATLASES[shown].id}/` : 'data/', document.baseURI).href

export interface AtlasData {
  conflict: Conflict
  factions: Faction[]
  governorates: Governorate[]
  atlas: Atlas
  positions: MilitaryPosition[]
}

/** @throws LoadError for the first file that fails */
export async function loadAtlasData(): Promise<AtlasData> {
  const [conflict, factions, governorates, atlasFile, positions] = await Promise.all([
    fetchJson<Conflict>(FIRST_FILES.conflict),
    fetchJson<Faction[]>(FIRST_FILES.factions),
    fetchJson<Governorate[]>(FIRST_FILES.governorates),
    fetchJson<unknown>(FIRST_FILES.atlas),
    fetchJson<FeatureCollection>(FIRST_FILES.positions),
  ])
  let atlas: Atlas
  try {
    atlas = decodeAtlas(atlasFile)
  } catch (cause) {
    throw new LoadError(FIRST_FILES.atlas, 'damaged', { cause })
  }
  return { conflict, factions, governorates, atlas, positions: readPositions(positions) }
}

/** The evidence is large: fetched when somebody asks for it. */
export const loadEvidence = fetchOnce<EvidenceFile>('atlas/evidence.json')

/** Events come after the first picture. */
export const loadEvents = fetchOnce('events.json', decodeEvents)

/**
 * @param read makes what is wanted of the file; when it throws, the file is damaged
 * @returns a loader that fetches a file of the atlas once, and again after a failure
 */
export function fetchOnce<T>(file: string, read?: (json: unknown) => T): () => Promise<T> {
  return once(async () => {
    const json = await fetchJson<unknown>(file)
    try {
      return read ? read(json) : (json as T)
    } catch (cause) {
      throw new LoadError(file, 'damaged', { cause })
    }
  })
}

async function fetchJson<T>(file: string): Promise<T> {
  let response: Response
  try {
    response = await fetch(DATA + file)
  } catch (cause) {
    throw new LoadError(file, 'not-reached', { cause })
  }
  if (!response.ok) throw new LoadError(file, response.status === 404 ? 'not-found' : 'not-reached')
  try {
    return (await response.json()) as T
  } catch (cause) {
    throw new LoadError(file, 'damaged', { cause })
  }
}
