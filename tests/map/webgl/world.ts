/** The compiled atlas and the factions' looks, for tests of the painter. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Atlas, decodeAtlas } from '../../../src/chronicle/atlas.ts'
import { GroundState } from '../../../src/map/webgl/ground-state.ts'
import { LookTable } from '../../../src/map/webgl/look-table.ts'
import { buildMesh, originOf } from '../../../src/map/webgl/mesh.ts'
import { factionLooks } from '../../../src/ui/map/looks.ts'
import { ROOT } from '../../architecture/modules.ts'

const read = (name: string) => JSON.parse(readFileSync(join(ROOT, 'geodata', name), 'utf8'))

export const atlas: Atlas = decodeAtlas(read('atlas/atlas.json'))
export const looks = factionLooks(atlas.factions, read('factions.json'), read('conflict.json').start)
export const everybody: ReadonlySet<number> = new Set(atlas.factions.keys())
export const mesh = buildMesh(atlas)
export const origin = originOf(atlas)

export function stateOn(day: number): GroundState {
  return new GroundState(atlas, new LookTable(atlas, looks), looks, day)
}
