/**
 * What the graphics card is told about a day: for each face its look now and before and when it changed, for each
 * arc the same of its line. A step touches the faces that change between the two days, and the arcs around them.
 * Knows no graphics: numbers in, numbers out.
 */
import type { Atlas, Period } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'
import { periodAt } from '../../chronicle/history.ts'
import { lineOn } from '../ground-features.ts'
import type { FactionLook } from '../painter.ts'
import { ArcSet } from './arc-set.ts'
import { indexChanges } from './change-index.ts'
import type { LookTable } from './look-table.ts'
import { Texels } from './texels.ts'

/** Parts of an entry. `shown` holds two of a kind: the look (faces, 16 bits) or line (arcs, 8 bits) now, and before. */
export const PART = { shown: 0, start: 1, duration: 2 } as const
/** Flags of a face, above the duration. */
export const FLAG = { emphasis: 1 << 16, lit: 1 << 17 } as const
const FLAGS = FLAG.emphasis | FLAG.lit
const DURATION = 0xffff

export class GroundState {
  readonly faces: Texels
  readonly arcs: Texels
  /** arcs on which colours meet */
  readonly edges: ArcSet
  /** arcs with a line */
  readonly lines: ArcSet
  /** around emphasised faces, and around those that just changed */
  readonly emphasis: ArcSet
  readonly lit: ArcSet
  /** milliseconds; after it nothing moves any more */
  movesUntil = 0

  private readonly atlas: Atlas
  private readonly factions: readonly FactionLook[]
  private readonly looks: LookTable
  private readonly changes: ReturnType<typeof indexChanges>
  private readonly arcsOfFace: number[][]
  private moving = { faces: new Set<number>(), arcs: new Set<number>() }
  private flagged = { emphasis: [] as readonly number[], lit: [] as readonly number[] }
  private day: Day

  constructor(atlas: Atlas, looks: LookTable, factions: readonly FactionLook[], day: Day) {
    this.atlas = atlas
    this.factions = factions
    this.looks = looks
    this.day = day
    this.changes = indexChanges(atlas)
    this.faces = new Texels(atlas.faces.length)
    this.arcs = new Texels(atlas.arcs.length)
    this.edges = new ArcSet(atlas.arcs.length)
    this.lines = new ArcSet(atlas.arcs.length)
    this.emphasis = new ArcSet(atlas.arcs.length)
    this.lit = new ArcSet(atlas.arcs.length)
    this.arcsOfFace = atlas.faces.map(() => [])
    atlas.arcs.forEach(({ left, right }, arc) => {
      if (left >= 0) this.arcsOfFace[left].push(arc)
      if (right >= 0) this.arcsOfFace[right].push(arc)
    })
    this.paint([...atlas.faces.keys()], 0, 0)
  }

  /**
   * @param now milliseconds, never smaller than in the call before
   * @param duration of the fade, milliseconds; 0: at once, and fades under way end too
   */
  setDay(day: Day, now: number, duration: number) {
    if (day === this.day) return
    if (duration === 0) this.endFades()
    const touched = this.changes.between(this.day, day)
    this.day = day
    this.paint(touched, now, duration)
  }

  setEmphasis(faces: readonly number[]) {
    this.setFlag('emphasis', faces)
  }

  setLit(faces: readonly number[]) {
    this.setFlag('lit', faces)
  }

  /** Ends all fades: what was before is forgotten. */
  endFades() {
    const { faces, arcs } = this.moving
    this.moving = { faces: new Set(), arcs: new Set() }
    this.movesUntil = 0
    for (const face of faces) this.putFace(face, this.lookNow(face), 0, 0)
    for (const arc of arcs) this.putArc(arc, this.lineNow(arc), 0, 0)
    for (const face of faces) for (const arc of this.arcsOfFace[face]) this.sortArc(arc)
    for (const arc of arcs) this.sortArc(arc)
  }

  private paint(touched: readonly number[], now: number, duration: number) {
    const arcs = new Set<number>()
    for (const face of touched) {
      const { history } = this.atlas.faces[face]
      this.putFace(face, this.lookOn(history, this.day), now, duration)
      for (const arc of this.arcsOfFace[face]) arcs.add(arc)
    }
    for (const arc of arcs) {
      this.putArc(arc, this.lineAt(arc, this.day), now, duration)
      this.sortArc(arc)
    }
  }

  private lookOn(history: readonly Period[], day: Day): number {
    return this.looks.idOf(periodAt(history, day))
  }

  private lineAt(arc: number, day: Day): number {
    const on = (face: number) => periodAt(this.atlas.faces[face].history, day)
    return lineOn(this.atlas.arcs[arc], on, this.factions)
  }

  private putFace(face: number, look: number, now: number, duration: number) {
    const shown = this.faces.get(face, PART.shown)
    const fades = duration > 0 && (shown & 0xffff) !== look
    if (duration > 0 && !fades) return
    const flags = this.faces.get(face, PART.duration) & FLAGS
    this.faces.set(face, PART.shown, fades ? look | (shown << 16) : look | (look << 16))
    this.faces.set(face, PART.start, fades ? now : 0)
    this.faces.set(face, PART.duration, (fades ? duration & DURATION : 0) | flags)
    if (fades) this.isMoving(this.moving.faces, face, now + duration)
  }

  private putArc(arc: number, line: number, now: number, duration: number) {
    const shown = this.arcs.get(arc, PART.shown)
    const fades = duration > 0 && (shown & 0xff) !== line
    if (duration > 0 && !fades) return
    this.arcs.set(arc, PART.shown, fades ? line | ((shown & 0xff) << 8) : line | (line << 8))
    this.arcs.set(arc, PART.start, fades ? now : 0)
    this.arcs.set(arc, PART.duration, fades ? duration & DURATION : 0)
    if (fades) this.isMoving(this.moving.arcs, arc, now + duration)
  }

  private isMoving(set: Set<number>, entry: number, until: number) {
    set.add(entry)
    this.movesUntil = Math.max(this.movesUntil, until)
  }

  private lookNow(face: number): number {
    return this.faces.get(face, PART.shown) & 0xffff
  }

  private lineNow(arc: number): number {
    return this.arcs.get(arc, PART.shown) & 0xff
  }

  /** Files an arc under the lists that it belongs to. */
  private sortArc(arc: number) {
    const { left, right } = this.atlas.arcs[arc]
    this.lines.put(arc, this.arcs.get(arc, PART.shown) !== 0)
    const meets =
      left < 0 || right < 0 || this.faces.get(left, PART.shown) !== this.faces.get(right, PART.shown)
    this.edges.put(arc, meets)
  }

  private setFlag(name: 'emphasis' | 'lit', faces: readonly number[]) {
    // Points outside of the country have no face; whoever asks about one need not know.
    const chosen = new Set(faces.filter((face) => face >= 0))
    for (const face of new Set([...this.flagged[name], ...chosen])) {
      const flags = this.faces.get(face, PART.duration)
      const flag = FLAG[name]
      this.faces.set(face, PART.duration, chosen.has(face) ? flags | flag : flags & ~flag)
    }
    this.flagged[name] = [...chosen]
    const outline = this[name]
    outline.clear()
    for (const face of chosen) {
      for (const arc of this.arcsOfFace[face]) {
        const { left, right } = this.atlas.arcs[arc]
        outline.put(arc, chosen.has(left) !== chosen.has(right))
      }
    }
  }
}
