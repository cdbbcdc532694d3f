/** What the interface may ask of the map, in words of its own: no MapLibre type is seen outside of src/map. */
import type { Atlas } from '../chronicle/atlas.ts'
import type { Day } from '../chronicle/day.ts'
import type { EventRecord } from '../chronicle/events.ts'
import type { FaceIndex } from '../chronicle/face-index.ts'
import type { Box } from '../chronicle/in-box.ts'
import type { MilitaryPosition } from '../chronicle/positions.ts'
import type { Tiles } from '../chronicle/tiles.ts'
import type { AskedPoint } from './asked-point.ts'
import type { Comparison } from './comparison-layers.ts'
import type { FactionLook, Painter } from './painter.ts'
import type { Theme } from './palette.ts'

/** Room at the edges that panels cover, CSS pixels. */
export interface Insets {
  top: number
  bottom: number
  left: number
  right: number
}

export interface CameraView {
  lon: number
  lat: number
  zoom: number
  bearing: number
}

/** What the reader has switched on. */
export interface ShownOnMap {
  /** ids of factions whose ground is coloured */
  factions: ReadonlySet<string>
  /** ids of layers besides the ground */
  layers: ReadonlySet<string>
  /** ids of factions whose positions are shown, where their layer is */
  posts: ReadonlySet<string>
  /** kinds of events that are shown, where their layer is */
  kinds: ReadonlySet<string>
}

export interface MapViewOptions {
  container: HTMLElement
  /** address of the data folder, absolute, ending in a slash */
  data: string
  atlas: Atlas
  factions: readonly FactionLook[]
  positions: readonly MilitaryPosition[]
  /** faction id → CSS hex, all actors */
  colours: ReadonlyMap<string, string>
  /** west, south, east, north of the conflict */
  bbox: readonly [number, number, number, number]
  /** `null`: the whole conflict in view */
  camera: CameraView | null
  insets: Insets
  /** of the reader, ISO 639-1 */
  language: string
  /** languages that the names on the map are written in */
  languages: readonly string[]
  /** relief and streets of the host, if any */
  tiles?: Tiles
  theme: Theme
  day: Day
  shown: ShownOnMap
  /** what a screen reader calls the map */
  label: string
  /** only looks on: takes no pointer, wheel or key, and is hidden from screen readers */
  passive?: boolean
}

export type { Comparison }

export interface PointerReport {
  lon: number
  lat: number
  /** pixels from the top left corner of the map */
  x: number
  y: number
  /** index into `Atlas.faces`, -1 outside */
  face: number
  position: MilitaryPosition | null
  event: EventRecord | null
}

/** How the view moves. */
export interface CameraMoves {
  camera(): CameraView
  goTo(camera: CameraView): void
  /**
   * Brings a point (degrees) into view, closer when the map shows much more than its surroundings.
   * @param duration milliseconds; readers who want less motion get none
   */
  flyTo(lon: number, lat: number, zoom?: number, duration?: number): void
  showAll(): void
  /** Shows a box: west, south, east, north. */
  showBox(box: readonly [number, number, number, number]): void
  zoomBy(levels: number): void
  /** Moves the view by a share of its size, right and down positive. */
  panBy(x: number, y: number): void
  /** Metres on the ground for one CSS pixel in the middle of the view. */
  metresPerPixel(): number
  screenOf(lon: number, lat: number): { x: number; y: number }
  /** What is seen between the insets, degrees; of a turned map the box around it. */
  boxInView(insets: Insets): Box
}

export interface MapView extends CameraMoves {
  /** whether another map can follow this one: what a comparison by swipe needs */
  readonly sideBySide: boolean
  readonly painter: Painter
  readonly faces: FaceIndex
  setDay(day: Day): void
  /**
   * Shows a newer state of the atlas on the day shown, in the same view. It has the same factions in the same order;
   * faces are others.
   */
  setAtlas(atlas: Atlas): void
  /**
   * Shows what became of the ground between two days, until called with `null`. The map itself then shows the
   * newer of the two, whatever day it was set to.
   */
  setComparison(comparison: Comparison | null): void
  /** Takes the view of another map of the same size, and keeps to it. @returns a function that ends it */
  follow(leader: MapView): () => void
  setShown(shown: ShownOnMap): void
  setEvents(events: readonly EventRecord[]): void
  /** Draws a circle as wide as the position of a point is uncertain, until called with `null`. */
  ring(point: AskedPoint | null): void
  setLanguage(language: string, label: string): void
  setTheme(theme: Theme): void
  setInsets(insets: Insets): void
  /** What lies in the middle of the free part of the view: for asking by keyboard. */
  middle(): PointerReport
  /** Resolves once all that the view needs has been fetched and drawn. */
  drawn(): Promise<void>
  on<K extends keyof MapEvents>(event: K, listener: (value: MapEvents[K]) => void): () => void
  destroy(): void
}

export interface MapEvents {
  /** pointer over the map, `null` when it leaves; at most once a frame */
  hover: PointerReport | null
  click: PointerReport
  /** a right click, or a finger held still */
  press: PointerReport
  /** the view moves */
  move: null
  /** the view came to rest after the reader moved it */
  moved: CameraView
  /** the graphics context was lost (`true`) or came back (`false`) */
  lost: boolean
  /** a file that the map wanted did not arrive or cannot be read; its address */
  failed: string
}
