/**
 * All looks that ground can have, numbered. Faces refer to looks by number, so another theme or a hidden faction
 * changes this small table and no face.
 */
import { type Atlas, type Period, STATE } from '../../chronicle/atlas.ts'
import { rgbOf } from '../colour.ts'
import { lookOf } from '../looks.ts'
import type { FactionLook } from '../painter.ts'
import { PALETTES, type Theme } from '../palette.ts'

/** Looks in one row of the texture. */
export const LOOKS_PER_ROW = 128

export class LookTable {
  /** eight a look: red, green, blue of the fill, pattern; red, green, blue of the stroke, 255 */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly rows: number
  /** grows whenever `bytes` change */
  version = 0
  private moving = false
  /** one period for each look */
  private readonly samples: Period[] = []
  private readonly ids = new Map<Period, number>()
  private readonly before: Uint8Array
  private readonly after: Uint8Array
  private fade = { start: 0, duration: 0 }
  private readonly factions: readonly FactionLook[]

  constructor(atlas: Atlas, factions: readonly FactionLook[]) {
    this.factions = factions
    const known = new Map<string, number>()
    for (const { history } of atlas.faces) {
      for (const period of history) {
        const key = keyOf(period)
        if (!known.has(key)) known.set(key, this.samples.push(period) - 1)
        this.ids.set(period, known.get(key)!)
      }
    }
    this.rows = Math.ceil(this.samples.length / LOOKS_PER_ROW)
    const size = 8 * LOOKS_PER_ROW * this.rows
    this.bytes = new Uint8Array(size)
    this.before = new Uint8Array(size)
    this.after = new Uint8Array(size)
  }

  /** @returns number of the look of a period of the atlas that the table was made from */
  idOf(period: Period): number {
    return this.ids.get(period)!
  }

  /** How many looks there are. */
  get count(): number {
    return this.samples.length
  }

  /** @returns a period that has the look of a number */
  sampleOf(id: number): Period {
    return this.samples[id]
  }

  /**
   * Mixes the colours anew.
   * @param now milliseconds
   * @param duration of the transition from the colours shown until now, milliseconds; 0: at once
   */
  repaint(visible: ReadonlySet<number>, theme: Theme, now: number, duration: number, lineage = false) {
    this.before.set(this.bytes)
    const { paper } = PALETTES[theme]
    this.samples.forEach((period, id) => {
      const { fill, stroke, pattern } = lookOf(period, this.factions, visible, paper, lineage)
      this.after.set([...rgbOf(fill), pattern, ...rgbOf(stroke), 255], 8 * id)
    })
    this.fade = { start: now, duration }
    this.moving = true
    this.advance(now)
  }

  /** Ends a transition. */
  endFade() {
    this.advance(Number.POSITIVE_INFINITY)
  }

  /** Brings `bytes` up to a moment. @returns whether they still change after it */
  advance(now: number): boolean {
    if (!this.moving) return false
    const { start, duration } = this.fade
    const share = duration > 0 ? Math.min(1, Math.max(0, (now - start) / duration)) : 1
    for (let i = 0; i < this.bytes.length; i++) {
      const [from, to] = [this.before[i], this.after[i]]
      // The fourth of eight is a pattern's number: what vanishes stays until its stroke has become the fill.
      this.bytes[i] = i % 8 === 3 && share < 1 ? to || from : from + (to - from) * share
    }
    this.moving = share < 1
    this.version++
    return this.moving
  }
}

function keyOf({ holder, other, state, former = -1 }: Period): string {
  return state === STATE.held ? `held ${holder} ${former}` : `${state} ${holder} ${other}`
}
