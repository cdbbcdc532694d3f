/** All atlases of one build, with what pages and pictures of them are made from; each thing is read when it is first wanted. */
import { decodeAtlas } from '../chronicle/atlas.ts'
import { dayChanges } from '../chronicle/day-changes.ts'
import { decodeEvents } from '../chronicle/events.ts'
import { withLineage } from '../chronicle/lineage.ts'
import { readPositions } from '../chronicle/positions.ts'
import { atlasFiles } from '../derive/atlas-files.ts'
import { type AtlasFolder, spanOf } from '../derive/atlases.ts'
import type { AtlasSpan } from '../link/index.ts'
import type { PictureData } from '../ui/picture/compose.ts'
import { openAllAtlases } from './served-files.ts'
import { readWorld } from './world.ts'

export interface OpenAtlas extends AtlasFolder {
  /** text of a file that readers of the atlas may ask for; made once. @throws Error when there is none */
  file(name: string): string
  data(): PictureData
}

export interface OpenBuild {
  /** the first one is shown when a link names none */
  atlases: readonly OpenAtlas[]
  spans: readonly AtlasSpan[]
  /** the atlas of an id, else the first */
  atlas(id: string | null): OpenAtlas
}

/** @throws Error with advice when the folder, or one that it names, cannot be read */
export function openBuild(path: string): OpenBuild {
  const folders = openAllAtlases(path)
  const atlases = folders.map(opened)
  return {
    atlases,
    spans: folders.map(spanOf),
    atlas: (id) => atlases.find((atlas) => atlas.id === id) ?? atlases[0],
  }
}

function opened(atlas: AtlasFolder): OpenAtlas {
  const makers = atlasFiles(atlas.folder, readWorld)
  const texts = new Map<string, string>()
  const file = (name: string) => {
    const text = texts.get(name) ?? makers.get(name)?.()
    if (text === undefined) throw new Error(`${atlas.folder.path} has no ${name}`)
    texts.set(name, text)
    return text
  }
  let data: PictureData | undefined
  return {
    ...atlas,
    file,
    data() {
      data ??= dataOf(file)
      return data
    },
  }
}

function dataOf(file: (name: string) => string): PictureData {
  const json = (name: string) => JSON.parse(file(name))
  const factions = json('factions.json')
  const atlas = withLineage(decodeAtlas(json('atlas/atlas.json')), factions)
  return {
    conflict: json('conflict.json'),
    factions,
    governorates: json('governorates.json'),
    atlas,
    changes: dayChanges(atlas),
    positions: readPositions(json('positions/positions.geojson')),
    events: decodeEvents(json('events.json')),
    evidence: json('atlas/evidence.json'),
  }
}
