/** A table of numbers that lives in a texture: four unsigned numbers an entry; only changed rows travel again. */

export const TEXELS_PER_ROW = 256

export class Texels {
  readonly data: Uint32Array
  readonly rows: number
  private readonly dirty: Uint8Array

  constructor(count: number) {
    this.rows = Math.max(1, Math.ceil(count / TEXELS_PER_ROW))
    this.data = new Uint32Array(4 * TEXELS_PER_ROW * this.rows)
    this.dirty = new Uint8Array(this.rows).fill(1)
  }

  get(entry: number, part: number): number {
    return this.data[4 * entry + part]
  }

  set(entry: number, part: number, value: number) {
    const at = 4 * entry + part
    if (this.data[at] === value >>> 0) return
    this.data[at] = value
    this.dirty[Math.floor(entry / TEXELS_PER_ROW)] = 1
  }

  /** @returns stretches of rows that changed since the last call: first row, and the row after the last */
  takeDirty(): [from: number, to: number][] {
    const stretches: [number, number][] = []
    for (let row = 0; row < this.rows; row++) {
      if (!this.dirty[row]) continue
      this.dirty[row] = 0
      const last = stretches.at(-1)
      if (last && last[1] === row) last[1] = row + 1
      else stretches.push([row, row + 1])
    }
    return stretches
  }
}
