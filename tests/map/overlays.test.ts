/** A row is all that an overlay needs: sources, layers, switches, links and pictures follow from it. */
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { atlasFiles } from '../../src/derive/atlas-files.ts'
import { parseLink } from '../../src/link/link.ts'
import { baseSources, fineSources, overlayLayers } from '../../src/map/basemap.ts'
import type { BaseOverlay, Overlay } from '../../src/map/overlays/contract.ts'
import { baseOverlays, EVENTS, OVERLAYS, POSITIONS, switchable } from '../../src/map/overlays/registry.ts'
import { PALETTES } from '../../src/map/palette.ts'
import { drawStill } from '../../src/still/still.ts'
import { readyLayer } from '../../src/still/style-layers.ts'
import { memoryFolder } from '../derive/memory-folder.ts'
import { frozen } from '../fixtures/frozen.ts'
import { context } from '../link/context.ts'
import { data, options } from '../still/scene.ts'

const railways: BaseOverlay = {
  id: 'railways',
  on: false,
  file: 'railways.geojson',
  fromAfar: 'coarse',
  stack: 'over-water',
  layers: (id, c) => [
    { id: `${id}-bed`, type: 'line', source: id, paint: { 'line-color': c.road, 'line-width': 3 } },
    { id, type: 'line', source: id, paint: { 'line-color': '#123456' } },
  ],
}
const more: readonly Overlay[] = [...OVERLAYS, railways]
const line: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: {},
      geometry: {
        type: 'LineString',
        coordinates: [
          [36, 34],
          [38, 35],
          [40, 36],
        ],
      },
    },
  ],
}

describe('the rows', () => {
  it('have ids of their own, and layers and sources that go by them', () => {
    expect(new Set(OVERLAYS.map(({ id }) => id)).size).toBe(OVERLAYS.length)
    expect([POSITIONS, EVENTS]).toEqual(['positions', 'events'])
    const names = overlayLayers(PALETTES.light).map(({ id }) => id)
    expect(new Set(names).size).toBe(names.length)
    for (const { id, layers } of baseOverlays(OVERLAYS)) {
      const made = layers(id, PALETTES.light)
      expect(made.length, id).toBeGreaterThan(0)
      for (const layer of made) {
        expect(layer.source).toBe(id)
        expect(layer.id === id || layer.id.startsWith(`${id}-`), layer.id).toBe(true)
      }
      // Whoever hangs something under a layer knows its name in every theme.
      expect(layers(id, PALETTES.dark).map((layer) => layer.id)).toEqual(made.map((layer) => layer.id))
    }
  })
})

describe('one more row', () => {
  it('is drawn over the water and under the borders, from a light file and then from the exact one', () => {
    const names = overlayLayers(PALETTES.light, more).map(({ id }) => id)
    const at = names.indexOf('railways-bed')
    expect(names.slice(at, at + 2)).toEqual(['railways-bed', 'railways'])
    expect(names.indexOf('lakes')).toBeLessThan(at)
    expect(names.indexOf('borders')).toBeGreaterThan(at)
    expect(names.filter((name) => !name.startsWith('railways'))).toEqual(
      overlayLayers(PALETTES.light).map(({ id }) => id),
    )
    expect(baseSources('data/', more).railways).toMatchObject({ data: 'data/coarse/railways.geojson' })
    expect(fineSources('data/', more).railways).toBe('data/base/railways.geojson')
    const late = [{ ...railways, stack: 'under-water' as const, fromAfar: 'nothing' as const }]
    expect(overlayLayers(PALETTES.light, late)[0].id).toBe('railways-bed')
    expect(baseSources('data/', late).railways).toMatchObject({ data: { features: [] } })
  })

  it('has its files in the build, and a switch where the atlas has something to show', () => {
    const conflict = frozen('conflict.json')
    const files = (texts: Record<string, unknown>) =>
      atlasFiles(memoryFolder({ 'conflict.json': conflict, ...texts }), () => expect.fail('no world'), more)
    const served = (made: ReturnType<typeof files>, name: string) => JSON.parse(made.get(name)!())
    const full = files({ 'base/railways.geojson': line })
    expect(served(full, 'base/railways.geojson')).toEqual(line)
    // Three points in a line are two from afar.
    expect(served(full, 'coarse/railways.geojson').features[0].geometry.coordinates).toHaveLength(2)
    expect(served(full, 'conflict.json').overlays).toEqual(['railways'])
    const without = files({ 'base/roads_schematic.geojson': { type: 'FeatureCollection', features: [] } })
    expect(served(without, 'base/railways.geojson').features).toEqual([])
    expect(served(without, 'conflict.json').overlays).toEqual([])
  })

  it('is known to the link, which shows by default what the rows say', () => {
    const known = { ...context, ...switchable(more) }
    const shown = (link: string) => parseLink(link, known).state.layers
    expect(shown('?v=1')).toEqual(OVERLAYS.filter(({ on }) => on).map(({ id }) => id))
    expect(shown('?layers=railways&v=1')).toEqual(['railways'])
    expect(parseLink('?layers=railways&v=1', { ...context, ...switchable() }).notices).toMatchObject([
      { reason: 'unknown-value' },
    ])
  })

  it('is in a picture when it is switched on', () => {
    const picture = (...on: string[]) => {
      const plain = options()
      const overlay = overlayLayers(PALETTES.light, more)
        .filter(({ type }) => type === 'line')
        .map(readyLayer)
      return drawStill(
        { ...data, sources: { railways: line } },
        {
          ...plain,
          overlays: more,
          style: { ...plain.style, overlay },
          shown: { ...plain.shown, layers: new Set(on) },
        },
      )
    }
    expect(picture('railways')).toContain('#123456')
    expect(picture('roads')).not.toContain('#123456')
  })
})
