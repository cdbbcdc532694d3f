/** A set of arcs that are drawn alike, and its segments as the list that one draw call walks. */
import type { Mesh } from './mesh.ts'

/** Segments in a row of the table that holds the list on the graphics card. */
export const SEGMENTS_PER_ROW = 1024

export class ArcSet {
  private readonly member: Uint8Array
  /** kept between calls, so that a step leaves nothing to collect */
  private list = new Uint32Array(0)
  /** grows with every change; tells a buffer that it is out of date */
  version = 0

  /** @param count of arcs in the atlas */
  constructor(count: number) {
    this.member = new Uint8Array(count)
  }

  has(arc: number): boolean {
    return this.member[arc] === 1
  }

  put(arc: number, isMember: boolean) {
    if (this.member[arc] === Number(isMember)) return
    this.member[arc] = Number(isMember)
    this.version++
  }

  clear() {
    this.member.fill(0)
    this.version++
  }

  /**
   * @returns numbers of the segments that the arcs have in a mesh, ascending; what lies behind it in its buffer fills the
   *   last row of a table. Good until the next call
   */
  segments({ firstSegment, segmentCount }: Pick<Mesh, 'firstSegment' | 'segmentCount'>): Uint32Array {
    const { member } = this
    const needed =
      firstSegment.length > 0
        ? firstSegment[firstSegment.length - 1] + segmentCount[segmentCount.length - 1]
        : 0
    if (this.list.length < needed)
      this.list = new Uint32Array(SEGMENTS_PER_ROW * Math.ceil(needed / SEGMENTS_PER_ROW))
    const { list } = this
    let at = 0
    for (let arc = 0; arc < member.length; arc++) {
      if (member[arc] === 0) continue
      const first = firstSegment[arc]
      const end = first + segmentCount[arc]
      for (let segment = first; segment < end; segment++) list[at++] = segment
    }
    return list.subarray(0, at)
  }
}
