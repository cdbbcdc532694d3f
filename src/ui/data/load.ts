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
import { decodeEvents, type EventRecord } from '../../chronicle/events.ts'
import { decodeEvidence } from '../../chronicle/evidence.ts'
import { decodeHeadlines } from '../../chronicle/headlines.ts'
import { withLineage } from '../../chronicle/lineage.ts'
import { type MilitaryPosition, readPositions } from '../../chronicle/positions.ts'
import { linkHere, saidBy } from '../../link/index.ts'
import { atlasWanted, readAtlasList } from './atlas-list.ts'
import { isOutdated } from './build-version.ts'
import { fetchJson, LoadError } from './fetch-json.ts'
import { COARSE_FILES, FIRST_FILES } from './first-files.ts'
import { once } from './once.ts'

/** All atlases of this build. */
export const ATLASES = readAtlasList(document)
const shown = atlasWanted(ATLASES, saidBy(linkHere()).get('atlas'))

/** Address of the data of an atlas (index into {@link ATLASES}), beside the page wherever the page lies. */
const addressOf = (index: number) =>
  new URL(index > 0 ? `data/${ATLASES[index].id}/` : 'data/', document.baseURI).href

/** Address of the data of the atlas that is shown. */
export const DATA = addressOf(shown)

export interface AtlasData {
  /** address of its files, absolute, ending in a slash */
  data: string
  conflict: Conflict
  factions: Faction[]
  governorates: Governorate[]
  atlas: Atlas
  /** without their sources */
  positions: MilitaryPosition[]
}

/**
 * @param coarse with lines of fewer points
 * @param data address of the files of an atlas
 * @throws LoadError for the first file that fails
 */
export async function loadAtlasData(coarse: boolean, data = DATA): Promise<AtlasData> {
  const { conflict, factions: factionsFile, governorates, positions } = FIRST_FILES
  const { atlas: atlasFile } = coarse ? COARSE_FILES : FIRST_FILES
  const files: string[] = [conflict, factionsFile, governorates, atlasFile, positions]
  const jsons = await Promise.all(files.map((file) => fetchJson(data, file)))
  const read = <T>(file: string, decode: (json: unknown) => T): T =>
    decoded(file, () => decode(jsons[files.indexOf(file)]))
  const decodedAtlas = read(atlasFile, decodeAtlas)
  const factions = read(factionsFile, (json) => decodeFactions(json, decodedAtlas.factions))
  const atlas = withLineage(decodedAtlas, factions)
  if (data === DATA) lineage = factions
  if (!coarse && data === DATA) exact = atlas
  return {
    data,
    atlas,
    conflict: read(conflict, (json) => decodeConflict(json, atlas.conflict)),
    factions,
    governorates: read(governorates, (json) => decodeGovernorates(json, atlas.governorates)),
    positions: read(positions, readPositions),
  }
}

/** The atlas with all points of its lines: what is taken away as a file or a picture is made from it. */
export const loadExactAtlas = async (): Promise<Atlas> => exact ?? fetchExactAtlas()
const exactFetcher = () => fetchOnce(FIRST_FILES.atlas, (json) => withLineage(decodeAtlas(json), lineage))
let fetchExactAtlas = exactFetcher()
/** Factions of the atlas shown, which tell whose ground came over from whom. */
let lineage: readonly Faction[] = []

/** It, where the page has begun with it. */
let exact: Atlas | null = null

/** Positions with their sources. */
export const loadExactPositions = fetchOnce('positions/positions.geojson', readPositions)

/** Another atlas of the build, with what is drawn on its map. */
export interface OtherAtlas extends AtlasData {
  events: readonly EventRecord[]
}

const others = new Map<string, () => Promise<OtherAtlas>>()

/** @returns the loader of an atlas of the build, the same one for the same id: it asks once, and again after a failure */
export function loaderOfAtlas(id: string): () => Promise<OtherAtlas> {
  const data = addressOf(atlasWanted(ATLASES, id))
  const load =
    others.get(id) ??
    once(async () => {
      const [rest, events] = await Promise.all([
        loadAtlasData(false, data),
        fetchOnce('events.json', decodeEvents, data)(),
      ])
      return { ...rest, events }
    })
  others.set(id, load)
  return load
}

/** @returns the factions of an atlas of the build, without the rest of it */
export async function loadFactionsOf(id: string): Promise<Faction[]> {
  const json = await fetchJson(addressOf(atlasWanted(ATLASES, id)), FIRST_FILES.factions)
  return decoded(FIRST_FILES.factions, () => decodeFactions(json, []))
}

/** The evidence is large: fetched when somebody asks for it. */
export let loadEvidence = evidenceFetcher()
function evidenceFetcher() {
  return fetchOnce('atlas/evidence.json', decodeEvidence)
}

/**
 * Fetches the atlas shown again with its evidence: claims were saved since. Whoever asks for either from here on has the
 * newer one.
 * @param before with which the rest of the data stays; its factions and governorates are to be those of the newer atlas
 */
export async function loadNewerAtlas(before: AtlasData, coarse: boolean) {
  fetchExactAtlas = exactFetcher()
  loadEvidence = evidenceFetcher()
  const file = (coarse ? COARSE_FILES : FIRST_FILES).atlas
  const [json, evidence] = await Promise.all([fetchJson(DATA, file), loadEvidence()])
  const atlas = withLineage(
    decoded(file, () => decodeAtlas(json)),
    before.factions,
  )
  if (exact) exact = atlas
  return { data: { ...before, atlas }, evidence }
}

/** Events come after the first picture. */
export const loadEvents = fetchOnce('events.json', decodeEvents)

/** Likewise: the first day has none. */
export const loadHeadlines = fetchOnce('headlines.json', decodeHeadlines)

/**
 * @param decode makes what is wanted of the file, which is not trusted; when it throws, the file is damaged
 * @param data address of the files of an atlas
 * @returns a loader that fetches a file of the atlas once, and again after a failure
 */
export function fetchOnce<T>(file: string, decode: (json: unknown) => T, data = DATA): () => Promise<T> {
  return once(async () => {
    const [json, outdated] = await Promise.all([
      fetchJson(data, file).catch((error: unknown) => error as LoadError),
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
