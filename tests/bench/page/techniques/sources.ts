/** Ways to set the day that MapLibre's documentation and examples show: new data, a filter, a global state. */

import type { Feature } from 'geojson'
import type {
  ExpressionSpecification,
  FilterSpecification,
  GeoJSONSource,
  Map as MapLibreMap,
} from 'maplibre-gl'
import { frontSpans, groundSpans, holds, type Span } from '../intervals.ts'
import { openMap, type Scene, stageOf, type Technique } from '../stage.ts'

const SOURCE = { type: 'geojson', tolerance: 0, maxzoom: 12 } as const
const collect = (features: Feature[]) => ({ type: 'FeatureCollection' as const, features })
const COLOUR: ExpressionSpecification = ['get', 'colour']

interface Style {
  filter?: FilterSpecification
  opacity?: ExpressionSpecification
}

function addLayers(map: MapLibreMap, ground: Feature[], fronts: Feature[], { filter, opacity }: Style = {}) {
  map.addSource('ground', { ...SOURCE, data: collect(ground) })
  map.addSource('fronts', { ...SOURCE, data: collect(fronts) })
  map.addLayer({
    id: 'ground',
    type: 'fill',
    source: 'ground',
    ...(filter ? { filter } : {}),
    paint: { 'fill-color': COLOUR, ...(opacity ? { 'fill-opacity': opacity } : {}) },
  })
  map.addLayer({
    id: 'fronts',
    type: 'line',
    source: 'fronts',
    ...(filter ? { filter } : {}),
    paint: { 'line-color': COLOUR, 'line-width': 1.8, ...(opacity ? { 'line-opacity': opacity } : {}) },
  })
}

export const setData: Technique = async (scene: Scene) => {
  const map = await openMap(scene)
  const [ground, fronts] = [groundSpans(scene.atlas, scene.looks), frontSpans(scene.atlas, scene.looks)]
  const on = (features: Feature<Feature['geometry'], Span>[], day: number) =>
    features.filter(({ properties }) => holds(properties, day))
  addLayers(map, on(ground, scene.day), on(fronts, scene.day))
  const [one, two] = ['ground', 'fronts'].map((id) => map.getSource<GeoJSONSource>(id)!)
  return stageOf(map, (day) => {
    one.setData(collect(on(ground, day)))
    two.setData(collect(on(fronts, day)))
  })
}

const during = (day: ExpressionSpecification | number): ExpressionSpecification =>
  ['all', ['<=', ['get', 'start'], day], ['>', ['get', 'end'], day]] as ExpressionSpecification

export const setFilter: Technique = async (scene: Scene) => {
  const map = await openMap(scene)
  const { atlas, looks, day } = scene
  addLayers(map, groundSpans(atlas, looks), frontSpans(atlas, looks), { filter: during(day) })
  return stageOf(map, (next) => {
    for (const id of ['ground', 'fronts']) map.setFilter(id, during(next))
  })
}

export const globalState: Technique = async (scene: Scene) => {
  const map = await openMap(scene)
  const { atlas, looks, day } = scene
  map.setGlobalStateProperty('day', day)
  const shown: ExpressionSpecification = ['case', during(['global-state', 'day']), 1, 0]
  addLayers(map, groundSpans(atlas, looks), frontSpans(atlas, looks), { opacity: shown })
  return stageOf(map, (next) => map.setGlobalStateProperty('day', next))
}
