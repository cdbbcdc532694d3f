/** The frozen atlas and the factions' looks, for tests of the painter. */
import type { Atlas } from '../../../src/chronicle/atlas.ts'
import { GroundState } from '../../../src/map/webgl/ground-state.ts'
import { originOf } from '../../../src/map/webgl/local-plane.ts'
import { LookTable } from '../../../src/map/webgl/look-table.ts'
import { buildMesh } from '../../../src/map/webgl/mesh.ts'
import { factionLooks } from '../../../src/ui/map/looks.ts'
import { frozen, frozenAtlas } from '../../fixtures/frozen.ts'

export const atlas: Atlas = frozenAtlas()
export const looks = factionLooks(atlas.factions, frozen('factions.json'), frozen('conflict.json').start)
export const everybody: ReadonlySet<number> = new Set(atlas.factions.keys())
export const mesh = buildMesh(atlas)
export const origin = originOf(atlas)

export function stateOn(day: number): GroundState {
  return new GroundState(atlas, new LookTable(atlas, looks), looks, day)
}
