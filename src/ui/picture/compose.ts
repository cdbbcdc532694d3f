/**
 * From a link to a picture: chooses the part of the ground, writes the texts, draws. Free of React and of the page, so
 * that the application, the command line and the build of pages make the same picture of the same link.
 */
import { areasOn } from '../../chronicle/areas.ts'
import { ARC_KIND, type Atlas, type Period, STATE } from '../../chronicle/atlas.ts'
import type { Conflict, Faction, Governorate } from '../../chronicle/conflict.ts'
import { nameOn } from '../../chronicle/conflict.ts'
import type { DayChange } from '../../chronicle/day-changes.ts'
import type { EventRecord } from '../../chronicle/events.ts'
import type { EvidenceFile } from '../../chronicle/evidence.ts'
import { indexFaces } from '../../chronicle/face-index.ts'
import { periodAt } from '../../chronicle/history.ts'
import { facesInBox } from '../../chronicle/in-box.ts'
import type { MilitaryPosition } from '../../chronicle/positions.ts'
import type { LinkState } from '../../link/index.ts'
import { doubtStrength } from '../../map/doubt.ts'
import { labelLanguages } from '../../map/label-layers.ts'
import { lookOf } from '../../map/looks.ts'
import { DOUBT } from '../../map/overlays/registry.ts'
import { PALETTES, type Theme } from '../../map/palette.ts'
import { stillStyle } from '../../still/base-map.ts'
import { cameraFor, type StillCamera, viewOf } from '../../still/camera.ts'
import type { StillTexts } from '../../still/furniture.ts'
import { drawStill, type StillComparison } from '../../still/still.ts'
import type { Sources } from '../../still/style-layers.ts'
import type { Typesetter } from '../../still/typesetter.ts'
import { daySentenceOf } from '../head/day-sentence.ts'
import { areaText } from '../legend/area-text.ts'
import { factionLooks, shownFactions, shownPosts } from '../map/looks.ts'
import { creditText, scaleText } from '../shell/credit.ts'
import type { Words } from '../words/words.ts'
import type { PictureFormat } from './formats.ts'

/** An atlas with all that a picture may show. */
export interface PictureData {
  conflict: Conflict
  factions: readonly Faction[]
  governorates: readonly Governorate[]
  atlas: Atlas
  changes: readonly DayChange[]
  positions: readonly MilitaryPosition[]
  events: readonly EventRecord[]
  /** names of places in the headline; `null`: it goes without */
  evidence: EvidenceFile | null
  /** the atlas of the day that stands beside, where the view has one */
  other?: OtherData | null
}

/** Another atlas, as far as half a picture shows it. */
export type OtherData = Pick<PictureData, 'conflict' | 'factions' | 'atlas' | 'positions' | 'events'>

export type PictureView = Pick<
  LinkState,
  | 'day'
  | 'with'
  | 'beside'
  | 'mode'
  | 'split'
  | 'by'
  | 'hidden'
  | 'hiddenPosts'
  | 'layers'
  | 'kinds'
  | 'camera'
>

export interface PictureOptions {
  words: Words
  theme: Theme
  format: PictureFormat
  type: Typesetter
  /** shown at the foot; empty for none */
  address: string
  legend?: boolean
  labels?: boolean
  /** CSS pixels of the map that the camera of the view was set for; a common window when absent */
  seenOn?: { width: number; height: number }
}

/** A window that a link's camera is meant for when nobody says which, CSS pixels. */
const WINDOW = { width: 1280, height: 800 }
/** Room for the title, pixels: of a wide picture beside the map, of a high one above it. */
const TITLE = { beside: 500, above: 118 }
const EDGE = 18
const MOST_ROWS = 9

/** @returns where a picture of the view looks */
export function pictureCamera(
  { camera }: Pick<PictureView, 'camera'>,
  { conflict }: Pick<PictureData, 'conflict'>,
  { format: { width, height }, words, seenOn = WINDOW }: Pick<PictureOptions, 'format' | 'words' | 'seenOn'>,
): StillCamera {
  if (camera) {
    // All that was seen stays in the picture.
    const zoom = camera.zoom + Math.log2(Math.min(width / seenOn.width, height / seenOn.height))
    return { lon: camera.lon, lat: camera.lat, zoom }
  }
  const wide = width / height > 1.4
  const beside = wide ? Math.min(TITLE.beside, width * 0.42) : EDGE
  const rtl = words.direction === 'rtl'
  const room = [
    wide ? EDGE : TITLE.above,
    rtl ? beside : EDGE,
    wide ? EDGE : height * 0.16,
    rtl ? EDGE : beside,
  ] as const
  return cameraFor(conflict.bbox, width, height, room)
}

/** @param sources files that `stillFiles` names for the zoom of `pictureCamera` @returns SVG */
export function composePicture(
  view: PictureView,
  data: PictureData,
  sources: Sources,
  options: PictureOptions,
): string {
  const { words, theme, format, type } = options
  const { atlas, factions, conflict } = data
  const looks = factionLooks(atlas.factions, factions, conflict.start)
  const camera = pictureCamera(view, data, options)
  const shown = {
    factions: shownFactions(factions, view.hidden),
    posts: shownPosts(factions, view.hidden, view.hiddenPosts),
    layers: new Set(view.layers),
    kinds: new Set(view.kinds),
  }
  return drawStill(
    {
      atlas,
      factions: looks,
      colours: new Map(factions.map(({ id, colour }) => [id, colour])),
      sources,
      positions: data.positions,
      events: data.events,
      bbox: conflict.bbox,
    },
    {
      width: format.width,
      height: format.height,
      ratio: format.ratio,
      camera,
      day: view.day,
      comparison: comparisonOf(view, data),
      shown,
      theme,
      rtl: words.direction === 'rtl',
      style: stillStyle(theme, labelLanguages(words.language, conflict.languages)),
      type,
      texts: textsOf(view, data, camera, options),
      legend: options.legend,
      labels: options.labels,
    },
  )
}

function comparisonOf(
  view: PictureView,
  { atlas, other: data }: Pick<PictureData, 'atlas' | 'other'>,
): StillComparison | null {
  const { day, with: other, beside, mode, split, by } = view
  if (other === null && beside && data) {
    const { atlas, factions, conflict, positions, events } = data
    const looks = factionLooks(atlas.factions, factions, conflict.start)
    return {
      older: Math.min(day, beside.day),
      newer: Math.max(day, beside.day),
      mode: 'swipe',
      split: split / 100,
      by: null,
      beside: {
        day: beside.day < day ? 'older' : 'newer',
        data: { atlas, factions: looks, positions, events },
      },
    }
  }
  if (other === null || other === day) return null
  return {
    older: Math.min(day, other),
    newer: Math.max(day, other),
    mode,
    split: split / 100,
    by: by === null ? null : atlas.factions.indexOf(by),
  }
}

function textsOf(
  view: PictureView,
  data: PictureData,
  camera: StillCamera,
  options: PictureOptions,
): StillTexts {
  const { words, theme, format, address } = options
  const { atlas, conflict, other } = data
  const comparison = comparisonOf(view, data)
  // The legend is that of the map; beside another atlas that is the day of the slider.
  const day = comparison && !comparison.beside ? comparison.newer : view.day
  const { bounds, metresPerPixel } = viewOf(camera, format.width, format.height)
  const inView = [...facesInBox(atlas, indexFaces(atlas), bounds)].map((face) =>
    periodAt(atlas.faces[face].history, day),
  )
  return {
    title: words.text(conflict.title),
    date: comparison
      ? `${words.date(comparison.older)} – ${words.date(comparison.newer)}`
      : words.dateLong(view.day),
    headline: comparison ? words.say(`compare.${comparison.mode}`) : daySentenceOf(data, words)(view.day),
    legend: [
      ...legendOf(view, data, day, inView, theme, words),
      ...(comparison?.beside && other && view.beside
        ? legendBeside(view, other, view.beside.day, bounds, theme, words)
        : []),
    ],
    key: [
      { name: words.say('key.front'), sample: 'front' as const },
      ...(atlas.arcs.some(({ kind }) => kind === ARC_KIND.inferred)
        ? [{ name: words.say('key.inferred'), sample: 'inferred' as const }]
        : []),
      ...(signsInDoubt(view, atlas, camera)
        ? [{ name: words.say('key.doubt'), sample: 'doubt' as const }]
        : []),
      ...(inView.some(({ state }) => state === STATE.contested)
        ? [{ name: words.say('key.contested'), sample: 'contested' as const }]
        : []),
      ...(inView.some(({ state }) => state === STATE.passing)
        ? [{ name: words.say('key.passing'), sample: 'passing' as const }]
        : []),
    ],
    credit: creditText(conflict, words),
    address,
    scale: scaleText(metresPerPixel, words),
  }
}

/** @returns whether a picture may have bands along inferred fronts */
const signsInDoubt = (view: PictureView, { arcs }: Pick<Atlas, 'arcs'>, { zoom }: StillCamera) =>
  view.layers.includes(DOUBT) &&
  doubtStrength(zoom) > 0 &&
  arcs.some(({ kind, error = 0 }) => kind === ARC_KIND.inferred && error > 0)

/** The same of the half that shows another atlas, each with its day: one colour may have two names. */
function legendBeside(
  view: PictureView,
  other: OtherData,
  day: number,
  bounds: Parameters<typeof facesInBox>[2],
  theme: Theme,
  words: Words,
): StillTexts['legend'] {
  const { atlas } = other
  const inView = [...facesInBox(atlas, indexFaces(atlas), bounds)].map((face) =>
    periodAt(atlas.faces[face].history, day),
  )
  return legendOf(view, other, day, inView, theme, words).map((row) => ({
    ...row,
    note: `${words.date(day)} · ${row.note}`,
  }))
}

/** Who holds ground that is seen, the largest first, with all that it holds on that day. */
function legendOf(
  { hidden }: PictureView,
  { atlas, factions, conflict }: Pick<PictureData, 'atlas' | 'factions' | 'conflict'>,
  day: number,
  inView: readonly Period[],
  theme: Theme,
  words: Words,
): StillTexts['legend'] {
  const looks = factionLooks(atlas.factions, factions, conflict.start)
  const all = new Set(looks.keys())
  const present = new Set(inView.flatMap(({ holder, other }) => [holder, other]))
  const bands = areasOn(atlas, day)
  return looks
    .map(({ id }, index) => ({
      index,
      faction: factions.find((entry) => entry.id === id),
      band: bands[index],
    }))
    .filter(
      ({ index, faction, band }) =>
        faction && !faction.blank && present.has(index) && band.high > 0 && !hidden.includes(faction.id),
    )
    .sort((a, b) => b.band.best - a.band.best)
    .slice(0, MOST_ROWS)
    .map(({ index, faction, band }) => ({
      name: nameOn(faction!, day, words.language, 'short'),
      note: areaText(band, words),
      colour: faction!.colour,
      look: lookOf(
        { start: day, holder: index, other: -1, state: STATE.held },
        looks,
        all,
        PALETTES[theme].paper,
      ),
    }))
}
