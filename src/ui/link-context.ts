/** What can be in a link to this map. */
import type { Atlas } from '../chronicle/atlas.ts'
import type { Conflict, Faction } from '../chronicle/conflict.ts'
import { EVENT_KINDS } from '../chronicle/events.ts'
import { LANGUAGES } from '../chronicle/languages.ts'
import { SPEEDS } from '../clock/index.ts'
import type { AtlasSpan, LinkContext, Pages } from '../link/index.ts'
import { switchable } from '../map/overlays/registry.ts'

/**
 * @param atlases all atlases of the build
 * @param pages of the one shown, where there are any
 */
export function linkContextOf(
  atlases: readonly AtlasSpan[],
  conflict: Conflict,
  factions: readonly Faction[],
  atlas: Atlas,
  pages?: Pages,
): LinkContext {
  return {
    atlases,
    pages,
    shown: conflict.id,
    start: atlas.start,
    end: atlas.end,
    factions: factions.map(({ id }) => id),
    governorates: atlas.governorates,
    languages: LANGUAGES.map(({ code }) => code),
    ...switchable(),
    kinds: EVENT_KINDS,
    speeds: SPEEDS,
    bbox: conflict.bbox,
  }
}
