/** What a comparison draws, as the map is told it: layers, and the state of faces and fronts. */
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { expect, it } from 'vitest'
import { type ComparisonLayersOptions, createComparisonLayers } from '../../src/map/comparison-layers.ts'
import type { Theme } from '../../src/map/palette.ts'
import { history, START, squares } from '../chronicle/strip-of-squares.ts'

/** A map that only remembers what it was told. */
function recorder() {
  const layers = new Map<string, LayerSpecification>()
  const states = new Map<string, object>()
  const sources = new Set<string>()
  const map = {
    hasImage: () => true,
    getSource: (id: string) => sources.has(id) || undefined,
    addSource: (id: string) => sources.add(id),
    getLayer: (id: string) => layers.get(id),
    addLayer: (layer: LayerSpecification) => layers.set(layer.id, structuredClone(layer)),
    removeLayer: (id: string) => layers.delete(id),
    setLayoutProperty: () => {},
    setPaintProperty: (id: string, name: string, value: unknown) =>
      Object.assign(layers.get(id)?.paint ?? {}, { [name]: value }),
    setFeatureState: ({ source, id }: { source: string; id: number }, state: object) =>
      states.set(`${source} ${id}`, { ...states.get(`${source} ${id}`), ...state }),
  }
  return { map: map as unknown as MapLibreMap, drawn: () => ({ layers: [...layers], states: [...states] }) }
}

const atlas = squares([history([0, 0], [5, 1]), history([0, 1]), history([0, 2])])
const compared = (theme: Theme) => {
  const { map, drawn } = recorder()
  const options: ComparisonLayersOptions = {
    map,
    atlas,
    factions: ['#aa2211', '#4466cc', '#77aa77'].map((colour, i) => ({
      id: atlas.factions[i],
      colour,
      texture: 'none',
      partOf: -1,
    })),
    visible: new Set([0, 1, 2]),
    theme,
    below: { ground: 'a', fronts: 'b' },
  }
  const layers = createComparisonLayers(options)
  layers.show({ older: START, newer: START + 9, tint: 'all' })
  return { layers, drawn }
}

it('a comparison takes the colours of another theme along', () => {
  const [turned, dark] = [compared('light'), compared('dark')]
  expect(turned.drawn()).not.toEqual(dark.drawn())
  turned.layers.setTheme('dark')
  expect(turned.drawn()).toEqual(dark.drawn())
})
