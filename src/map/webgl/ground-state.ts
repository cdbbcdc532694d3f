/**
 * What the graphics card is told about a day: for each face its look now and before and when it changed, for each
 * arc the same of its line. A step touches the faces that change between the two days, and the arcs around them.
 * Knows no graphics: numbers in, numbers out.
 */
import { ARC_KIND, type Atlas } from '../../chronicle/atlas.ts'
import type { Day } from '../../chronicle/day.ts'
import { periodAt } from '../../chronicle/history.ts'
import { lineOn } from '../ground-features.ts'
import type { Line } from '../looks.ts'
import type { FactionLook } from '../painter.ts'
import { ArcSet } from './arc-set.ts'
import { indexChanges } from './change-index.ts'
import type { LookTable } from './look-table.ts'
import { type Neighbours, neighboursIn } from './neighbours.ts'
import { Once } from './once.ts'
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
  /** arcs on which looks meet: among them are all that have a line */
  readonly edges: ArcSet
  /** around emphasised faces, and around those that just changed */
  readonly emphasis: ArcSet
  readonly lit: ArcSet
  /** milliseconds; after it nothing moves any more */
  movesUntil = 0

  private readonly atlas: Atlas
  private readonly factions: readonly FactionLook[]
  private readonly looks: LookTable
  private readonly changes: ReturnType<typeof indexChanges>
  private readonly neighbours: Neighbours
  /** lines by the looks that meet: there are few pairs, and many arcs */
  private readonly lineOfPair = new Map<number, Line>()
  /** arcs beside faces that were painted */
  private readonly touched: Once
  private moving = { faces: new Set<number>(), arcs: new Set<number>() }
  private flagged = { emphasis: [] as readonly number[], lit: [] as readonly number[] }
  private day: Day

  constructor(atlas: Atlas, looks: LookTable, factions: readonly FactionLook[], day: Day) {
    this.atlas = atlas
    this.factions = factions
    this.looks = looks
    this.day = day
    this.changes = indexChanges(atlas, (period) => looks.idOf(period))
    this.faces = new Texels(atlas.faces.length)
    this.arcs = new Texels(atlas.arcs.length)
    this.edges = new ArcSet(atlas.arcs.length)
    this.emphasis = new ArcSet(atlas.arcs.length)
    this.lit = new ArcSet(atlas.arcs.length)
    this.neighbours = neighboursIn(atlas)
    this.touched = new Once(atlas.arcs.length)
    atlas.faces.forEach(({ history }, face) => {
      this.paintFace(face, looks.idOf(periodAt(history, day)), 0, 0)
    })
    this.paintTouched(0, 0)
  }

  /**
   * @param now milliseconds, never smaller than in the call before
   * @param duration of the fade, milliseconds; 0: at once, and fades under way end too
   */
  setDay(day: Day, now: number, duration: number) {
    if (day === this.day) return
    if (duration === 0) this.endFades()
    this.changes.between(this.day, day, (face, look) => this.paintFace(face, look, now, duration))
    this.paintTouched(now, duration)
    this.day = day
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
    for (const face of faces) for (const arc of this.arcsAround(face)) this.sortArc(arc)
    for (const arc of arcs) this.sortArc(arc)
  }

  private paintFace(face: number, look: number, now: number, duration: number) {
    const { first, around } = this.neighbours
    this.putFace(face, look, now, duration)
    for (let i = first[face]; i < first[face + 1]; i++) this.touched.add(around[i])
  }

  /** Arcs follow the faces beside them. */
  private paintTouched(now: number, duration: number) {
    const { touched } = this
    for (let i = 0; i < touched.count; i++) {
      const arc = touched.list[i]
      this.putArc(arc, this.lineAt(arc), now, duration)
      this.sortArc(arc)
    }
    touched.clear()
  }

  /** @returns the line that an arc has between the looks that its faces have now */
  private lineAt(arc: number): Line {
    const { sides } = this.neighbours
    const [left, right] = [sides[2 * arc], sides[2 * arc + 1]]
    const beyond = this.looks.count
    const isBorder = (left < 0 || right < 0) && this.atlas.arcs[arc].kind === ARC_KIND.border
    const one = left < 0 ? beyond : this.lookNow(left)
    const other = right < 0 ? beyond : this.lookNow(right)
    const pair = 2 * (one * (beyond + 1) + other) + Number(isBorder)
    return this.lineOfPair.get(pair) ?? this.meet(pair, arc)
  }

  private meet(pair: number, arc: number): Line {
    const on = (face: number) => this.looks.sampleOf(this.lookNow(face))
    const line = lineOn(this.atlas.arcs[arc], on, this.factions)
    this.lineOfPair.set(pair, line)
    return line
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

  private arcsAround(face: number): Uint32Array {
    const { first, around } = this.neighbours
    return around.subarray(first[face], first[face + 1])
  }

  private lookNow(face: number): number {
    return this.faces.get(face, PART.shown) & 0xffff
  }

  private lineNow(arc: number): number {
    return this.arcs.get(arc, PART.shown) & 0xff
  }

  /** Files an arc under the list that it belongs to. */
  private sortArc(arc: number) {
    const { sides } = this.neighbours
    const [left, right] = [sides[2 * arc], sides[2 * arc + 1]]
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
      for (const arc of this.arcsAround(face)) {
        const { left, right } = this.atlas.arcs[arc]
        outline.put(arc, chosen.has(left) !== chosen.has(right))
      }
    }
  }
}
