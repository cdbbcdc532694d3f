/**
 * The ground of a day as a small SVG for the page itself: whole pixels, fewer points, both themes in one, names of
 * cities and countries in every language. The picture may be shown in any size: lines and letters keep theirs.
 */

import type { FeatureCollection } from 'geojson'
import type { Day } from '../chronicle/day.ts'
import { periodAt } from '../chronicle/history.ts'
import { LABEL_SOURCES, type LabelLanguages } from '../map/label-layers.ts'
import { lookOf } from '../map/looks.ts'
import { baseOverlays, OVERLAYS } from '../map/overlays/registry.ts'
import { PALETTES, type Theme } from '../map/palette.ts'
import { stillStyle } from './base-map.ts'
import { cameraFor, type View, viewOf } from './camera.ts'
import { type ClassedText, classedText, rulesOf } from './classed-text.ts'
import { drawFronts } from './fronts.ts'
import { drawGround, patchesOf, tracerOf } from './ground.ts'
import { drawLabels } from './labels.ts'
import type { StillData } from './still.ts'
import { drawLayer } from './style-layers.ts'
import { themed } from './themed.ts'

/** Room that the picture is drawn for: what a common window leaves between the parts of the page, CSS pixels. */
const ROOM = { width: 928, height: 634 }
/** Room on a phone. */
const SMALL = { width: 336, height: 480 }
/** What is drawn around the middle, pixels at the size of `ROOM`: windows have other shapes. */
const AROUND = { width: 1800, height: 2000 }
/** Whole pixels, and off by little more than one. */
const GRAIN = { steps: 1, tolerance: 1.2 }
/** Layers of names that the picture carries; the others come with the map. */
const NAMED = /^labels-(cities(-west)?|countries|sea)$/

export interface LightPicture {
  /** content of an `<svg>`: fills, lines, names */
  content: string
  /** the part of it that shall be seen whole, as `viewBox` has it; the rest lies around it */
  box: string
  /** pixels of `box` */
  width: number
  height: number
  /** zoom of the map at which a pixel of `box` is one of the page */
  zoom: number
  /** custom properties of the light and of the dark theme */
  light: string
  dark: string
  /** rules for the looks of names */
  css: string
  /** names on a phone, `<g class="is-narrow">`, are drawn so many times as large as those on a wide page, `is-wide` */
  small: number
}

/** Names of one language. */
export interface LightNames {
  languages: LabelLanguages
  /** what the source of the labels holds for it */
  names: FeatureCollection
}

type LightData = Pick<StillData, 'atlas' | 'factions' | 'sources' | 'bbox'>

/**
 * @param named names; those of each language are a group with `lang`
 * @param id prefix of ids and custom properties, one for each picture on a page
 */
export function drawLight(data: LightData, day: Day, named: readonly LightNames[], id: string): LightPicture {
  const { bbox } = data
  const camera = cameraFor(bbox, ROOM.width, ROOM.height)
  const view = viewOf(camera, AROUND.width, AROUND.height, GRAIN)
  const draw = (theme: Theme) => groundOf(data, day, theme, named[0].languages, view)
  const ground = themed(draw('light'), draw('dark'), id)
  const small = viewOf(cameraFor(bbox, SMALL.width, SMALL.height), SMALL.width + 24, SMALL.height * 3)
  const ratio = 2 ** (camera.zoom - small.zoom)
  const write = (theme: Theme, type: ClassedText) =>
    named
      .map(({ languages, names }) => {
        const inView = (view: View) => namesOf(names, theme, languages, view, type)
        const place = `translate(${Math.round(view.width / 2 - (small.width / 2) * ratio)} ${Math.round(
          view.height / 2 - (small.height / 2) * ratio,
        )}) scale(${round(ratio)})`
        return (
          `<g lang="${languages.first}"><g class="is-wide">${inView(view)}</g>` +
          `<g class="is-narrow" transform="${place}">${inView(small)}</g></g>`
        )
      })
      .join('')
  const [light, dark] = [classedText(id), classedText(id)]
  const labels = themed(write('light', light), write('dark', dark), `${id}n`)
  const rules = themed(light.rules(), dark.rules(), `${id}t`)
  const [[x0, y0], [x1, y1]] = [view.project(bbox[0], bbox[3]), view.project(bbox[2], bbox[1])]
  return {
    content: ground.markup.replace(/(id="|url\(#)p/g, `$1${id}p`) + labels.markup,
    box: [x0, y0, x1 - x0, y1 - y0].map(round).join(' '),
    width: x1 - x0,
    height: y1 - y0,
    zoom: camera.zoom,
    light: `${ground.light};${labels.light};${rules.light}`,
    dark: `${ground.dark};${labels.dark};${rules.dark}`,
    small: round(ratio),
    css: rulesOf(rules.markup),
  }
}

function groundOf(
  { atlas, factions, sources }: LightData,
  day: Day,
  theme: Theme,
  languages: LabelLanguages,
  view: View,
): string {
  const palette = PALETTES[theme]
  const { ground, overlay } = stillStyle(theme, languages)
  const off = new Set<string>(
    baseOverlays(OVERLAYS)
      .filter(({ on }) => !on)
      .map(({ id }) => id),
  )
  const layers = (list: typeof ground) =>
    list
      .filter(({ source }) => !off.has(source))
      .map((layer) => drawLayer(layer, sources, view))
      .join('')
  const tracer = tracerOf(atlas, view)
  const periods = atlas.faces.map(({ history }) => periodAt(history, day))
  const all = new Set(factions.keys())
  const patches = patchesOf(
    atlas,
    periods,
    (period) => lookOf(period, factions, all, palette.paper),
    tracer,
    view,
  )
  const { defs, body } = drawGround(patches, atlas, view)
  const fronts = drawFronts(atlas, periods, factions, palette, tracer, view)
  return `${defs && `<defs>${defs}</defs>`}${layers(ground)}${body}${layers(overlay)}${fronts}`
}

function namesOf(
  names: FeatureCollection,
  theme: Theme,
  languages: LabelLanguages,
  view: View,
  type: ClassedText,
): string {
  const layers = stillStyle(theme, languages).labels.filter(({ id }) => NAMED.test(id))
  const { under, towns } = drawLabels(layers, { [LABEL_SOURCES.major]: names }, view, type, [], [], true)
  return under + towns
}

const round = (value: number) => Math.round(value * 1000) / 1000
