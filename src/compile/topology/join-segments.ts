/** Segments between numbered vertices → long lines. */

export interface SegmentList {
  /** vertices at both ends of each segment */
  from: ArrayLike<number>
  to: ArrayLike<number>
}

/** @returns the segments that go round something: all but dead ends and lines that join two islands (Tarjan 1974) */
export function withoutBridges(segments: SegmentList, vertices: number): SegmentList {
  const { from, to } = segments
  const { offset, meeting } = meetingsOf(segments, vertices)
  const order = new Int32Array(vertices).fill(-1)
  const low = new Int32Array(vertices)
  const via = new Int32Array(vertices).fill(-1)
  const cursor = offset.slice()
  const isBridge = new Uint8Array(from.length)
  let count = 0
  for (let root = 0; root < vertices; root++) {
    if (order[root] >= 0) continue
    order[root] = low[root] = count++
    const trail = [root]
    while (trail.length > 0) {
      const v = trail[trail.length - 1]
      if (cursor[v] < offset[v + 1]) {
        const s = meeting[cursor[v]++]
        if (s === via[v]) continue
        const w = from[s] === v ? to[s] : from[s]
        if (order[w] >= 0) low[v] = Math.min(low[v], order[w])
        else {
          via[w] = s
          order[w] = low[w] = count++
          trail.push(w)
        }
        continue
      }
      trail.pop()
      const above = trail[trail.length - 1]
      if (above === undefined) continue
      low[above] = Math.min(low[above], low[v])
      if (low[v] > order[above]) isBridge[via[v]] = 1
    }
  }
  const kept = Array.from({ length: from.length }, (_, s) => s).filter((s) => isBridge[s] === 0)
  return { from: Int32Array.from(kept, (s) => from[s]), to: Int32Array.from(kept, (s) => to[s]) }
}

/** @returns lines of vertices: segments joined end to end up to where more than two meet, or round to their start */
export function joinSegments(segments: SegmentList, vertices: number): number[][] {
  const { from, to } = segments
  const { offset, meeting } = meetingsOf(segments, vertices)
  const degree = (v: number) => offset[v + 1] - offset[v]
  const used = new Uint8Array(from.length)
  const lines: number[][] = []
  const follow = (first: number, start: number) => {
    const line = [start]
    let segment = first
    let vertex = start
    for (;;) {
      used[segment] = 1
      vertex = from[segment] === vertex ? to[segment] : from[segment]
      line.push(vertex)
      if (degree(vertex) !== 2) break
      const other =
        meeting[offset[vertex]] === segment ? meeting[offset[vertex] + 1] : meeting[offset[vertex]]
      if (used[other]) break
      segment = other
    }
    lines.push(line)
  }
  for (let s = 0; s < from.length; s++) {
    if (!used[s] && degree(from[s]) !== 2) follow(s, from[s])
    if (!used[s] && degree(to[s]) !== 2) follow(s, to[s])
  }
  // What is left are closed lines that meet nothing.
  for (let s = 0; s < from.length; s++) if (!used[s]) follow(s, from[s])
  return lines
}

/** @returns `meeting` from `offset[v]` to `offset[v + 1]`: the segments that end at vertex v */
function meetingsOf({ from, to }: SegmentList, vertices: number) {
  const offset = new Uint32Array(vertices + 1)
  for (let s = 0; s < from.length; s++) {
    offset[from[s] + 1]++
    offset[to[s] + 1]++
  }
  for (let v = 0; v < vertices; v++) offset[v + 1] += offset[v]
  const fill = offset.slice()
  const meeting = new Uint32Array(2 * from.length)
  for (let s = 0; s < from.length; s++) {
    meeting[fill[from[s]]++] = s
    meeting[fill[to[s]]++] = s
  }
  return { offset, meeting }
}
