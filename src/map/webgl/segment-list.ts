/** A set of arcs, and their segments as the list that one draw call walks. */
import type { Mesh } from './mesh.ts'

export class SegmentList {
  private readonly mesh: Pick<Mesh, 'firstSegment' | 'segmentCount'>
  private readonly member: Uint8Array
  private list = new Uint32Array(1024)
  private length = 0
  private stale = true
  /** grows with every change of the list; tells a buffer that it is out of date */
  version = 0

  constructor(mesh: Pick<Mesh, 'firstSegment' | 'segmentCount'>) {
    this.mesh = mesh
    this.member = new Uint8Array(mesh.firstSegment.length)
  }

  has(arc: number): boolean {
    return this.member[arc] === 1
  }

  put(arc: number, isMember: boolean) {
    if (this.member[arc] === Number(isMember)) return
    this.member[arc] = Number(isMember)
    this.stale = true
  }

  clear() {
    this.stale ||= this.member.includes(1)
    this.member.fill(0)
  }

  /** @returns numbers of segments; the array is reused by the next call */
  segments(): Uint32Array<ArrayBuffer> {
    if (this.stale) this.rebuild()
    return this.list.subarray(0, this.length)
  }

  private rebuild() {
    this.stale = false
    this.version++
    const { firstSegment, segmentCount } = this.mesh
    let length = 0
    for (let arc = 0; arc < this.member.length; arc++) if (this.member[arc]) length += segmentCount[arc]
    if (length > this.list.length) this.list = new Uint32Array(2 * length)
    let at = 0
    for (let arc = 0; arc < this.member.length; arc++) {
      if (!this.member[arc]) continue
      const end = firstSegment[arc] + segmentCount[arc]
      for (let segment = firstSegment[arc]; segment < end; segment++) this.list[at++] = segment
    }
    this.length = length
  }
}
