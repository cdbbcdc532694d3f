/** Fetches what the first picture needs, and the rest when it is asked for. */
import { type Atlas, decodeAtlas } from '../../chronicle/atlas.ts'
import {
  type Conflict,
  decodeConflict,
  decodeFactions,
  decodeGovernorates,
  type Faction,
  type Governorate,
} from '../../chronicle/conflict.ts'
import { decodeEvents } from '../../chronicle/events.ts'
import { decodeEvidence } from '../../chronicle/evidence.ts'
import { type MilitaryPosition, readPositions } from '../../chronicle/positions.ts'
import { atlasWanted, readAtlasList } from './atlas-list.ts'
import { isOutdated } from './build-version.ts'
import { fetchJson, LoadError } from './fetch-json.ts'
import { COARSE_FILES, FIRST_FILES } from './first-files.ts'
import { once } from './once.ts'

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

/** @param coarse with lines of fewer points @throws LoadError for the first file that fails */
export async function loadAtlasData(coarse: boolean): Promise<AtlasData> {
  const { conflict, factions, governorates } = FIRST_FILES
  const { atlas: atlasFile, positions: positionsFile } = coarse ? COARSE_FILES : FIRST_FILES
  const files: string[] = [conflict, factions, governorates, atlasFile, positionsFile]
  const jsons = await Promise.all(files.map((file) => fetchJson(DATA, file)))
  const read = <T>(file: string, decode: (json: unknown) => T): T =>
    decoded(file, () => decode(jsons[files.indexOf(file)]))
  const atlas = read(atlasFile, decodeAtlas)
  const positions = read(positionsFile, readPositions)
  if (!coarse) exact = { atlas, positions }
  return {
    atlas,
    conflict: read(conflict, (json) => decodeConflict(json, atlas.conflict)),
    factions: read(factions, (json) => decodeFactions(json, atlas.factions)),
    governorates: read(governorates, (json) => decodeGovernorates(json, atlas.governorates)),
    positions,
  }
}

/** The atlas with all points of its lines: what is taken away as a file or a picture is made from it. */
export const loadExactAtlas = async (): Promise<Atlas> => exact?.atlas ?? fetchExactAtlas()
const fetchExactAtlas = fetchOnce(FIRST_FILES.atlas, decodeAtlas)

/** Positions with their sources. */
export const loadExactPositions = async (): Promise<readonly MilitaryPosition[]> =>
  exact?.positions ?? fetchExactPositions()
const fetchExactPositions = fetchOnce(FIRST_FILES.positions, readPositions)

/** Both, where the page has begun with them. */
let exact: Pick<AtlasData, 'atlas' | 'positions'> | null = null

/** The evidence is large: fetched when somebody asks for it. */
export const loadEvidence = fetchOnce('atlas/evidence.json', decodeEvidence)

/** Events come after the first picture. */
export const loadEvents = fetchOnce('events.json', decodeEvents)

/**
 * @param decode makes what is wanted of the file, which is not trusted; when it throws, the file is damaged
 * @returns a loader that fetches a file of the atlas once, and again after a failure
 */
export function fetchOnce<T>(file: string, decode: (json: unknown) => T): () => Promise<T> {
  return once(async () => {
    const [json, outdated] = await Promise.all([
      fetchJson(DATA, file).catch((error: unknown) => error as LoadError),
      isOutdated(),
    ])
    // Faces, claims and places are told apart by number: those of two builds do not go together.
    if (outdated) throw new LoadError(file, 'outdated')
    if (json instanceof LoadError) throw json
    return decoded(file, () => decode(json))
  })
}

function decoded<T>(file: string, decode: () => T): T {
  try {
    return decode()
  } catch (cause) {
    throw new LoadError(file, 'damaged', { cause })
  }
}
