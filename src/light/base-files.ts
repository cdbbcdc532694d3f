/**
 * Fetches what the base map is drawn from: of the whole country one small file, closer the files that the other
 * painters would take.
 */
import type { FeatureCollection } from 'geojson'
import { FIRST_LANGUAGE } from '../chronicle/languages.ts'
import { LABEL_SOURCES, majorLabelsFile } from '../map/label-layers.ts'
import { stillFiles } from '../still/base-map.ts'
import type { Sources } from '../still/style-layers.ts'

export interface BaseFiles {
  /** What has arrived of what a zoom needs; asks for the rest. */
  at(zoom: number, language: string): Sources
  /** Resolves when nothing is on its way. */
  settled(): Promise<void>
}

/** All sources as they are seen of the whole country; made by src/derive/far-base.ts. */
const FAR = 'coarse/base.json'
/** From this zoom on its lines would show as having few points. */
export const NEAR_ZOOM = 6.75

/**
 * @param data address of the data folder, ending in a slash
 * @param written languages that everything of the atlas is written in
 * @param onArrival called when there is more to draw
 * @param onFailure called with the address of a file that did not arrive or cannot be read
 */
export function baseFiles(
  data: string,
  written: readonly string[],
  onArrival: () => void,
  onFailure: (address: string) => void,
): BaseFiles {
  const arrived = new Map<string, FeatureCollection | Sources>()
  const asked = new Map<string, Promise<void>>()

  function ask(file: string) {
    if (!asked.has(file)) asked.set(file, fetchOne(file))
  }

  async function fetchOne(file: string): Promise<void> {
    const address = data + file
    try {
      const response = await fetch(address)
      if (!response.ok) throw new Error(String(response.status))
      arrived.set(file, await response.json())
      onArrival()
    } catch {
      onFailure(address)
    }
  }

  return {
    at(zoom, language) {
      ask(FAR)
      const far = (arrived.get(FAR) ?? {}) as Sources
      const all = stillFiles(zoom, language, written)
      // Names in other languages than those of the atlas have files of their own.
      const own = majorLabelsFile(language, written) !== majorLabelsFile(FIRST_LANGUAGE, written)
      const files = Object.entries(all).filter(
        ([name]) => zoom >= NEAR_ZOOM || (own && name === LABEL_SOURCES.major),
      )
      for (const [, file] of files) ask(file)
      // Until the closer ones are there, the light ones stand in for them.
      return {
        ...far,
        ...Object.fromEntries(
          files.flatMap(([name, file]) =>
            arrived.has(file) ? [[name, arrived.get(file) as FeatureCollection]] : [],
          ),
        ),
      }
    },
    async settled() {
      let count = -1
      while (count !== asked.size) {
        count = asked.size
        await Promise.all(asked.values())
      }
    },
  }
}
