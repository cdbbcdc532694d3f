/** One degree of detail of the map's geometry on the graphics card. */
import { type ArcSet, SEGMENTS_PER_ROW } from './arc-set.ts'
import { type Gl, makeBuffer, makeTexture, plainUnpacking, sendTable } from './gl.ts'
import { type Mesh, POINTS_PER_ROW } from './mesh.ts'
import { CORNER_ATTRIBUTE, FACE_ATTRIBUTE } from './shaders.ts'
import { TEXELS_PER_ROW } from './texels.ts'

/** The segments of a set as a table. */
interface Listed {
  table: WebGLTexture
  /** of the set that the table holds */
  version: number
  count: number
}

/** Unit of the list that is drawn; those before it belong to the tables that all programs share. */
export const SEGMENTS_UNIT = 7

export class Level {
  readonly points: WebGLTexture
  readonly arcInfo: WebGLTexture
  private readonly gl: Gl
  private readonly mesh: Mesh
  private readonly faces: WebGLVertexArrayObject
  private readonly buffers: WebGLBuffer[]
  /** corners of segments as triangles, the same for all sets */
  private readonly quads: WebGLVertexArrayObject
  private readonly rows: number
  private readonly sets = new Map<ArcSet, Listed>()

  /** Leaves its textures bound to the unit that is active. */
  constructor(gl: Gl, mesh: Mesh) {
    this.gl = gl
    this.mesh = mesh
    this.faces = gl.createVertexArray()
    gl.bindVertexArray(this.faces)
    const corners = makeBuffer(gl, mesh.corners)
    gl.enableVertexAttribArray(CORNER_ATTRIBUTE)
    gl.vertexAttribPointer(CORNER_ATTRIBUTE, 2, gl.FLOAT, false, 0, 0)
    const faceOfCorner = makeBuffer(gl, mesh.faceOfCorner)
    gl.enableVertexAttribArray(FACE_ATTRIBUTE)
    gl.vertexAttribIPointer(FACE_ATTRIBUTE, 1, gl.UNSIGNED_INT, 0, 0)
    const triangles = makeBuffer(gl, mesh.triangles, gl.ELEMENT_ARRAY_BUFFER)
    const segments = mesh.segmentCount.reduce((sum, count) => sum + count, 0)
    this.rows = Math.max(1, Math.ceil(segments / SEGMENTS_PER_ROW))
    this.quads = gl.createVertexArray()
    gl.bindVertexArray(this.quads)
    const quads = makeBuffer(gl, quadIndices(segments), gl.ELEMENT_ARRAY_BUFFER)
    gl.bindVertexArray(null)
    this.buffers = [corners, faceOfCorner, triangles, quads]
    this.points = makeTexture(gl)
    const rows = mesh.points.length / (4 * POINTS_PER_ROW)
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, POINTS_PER_ROW, rows, 0, gl.RGBA, gl.FLOAT, mesh.points)
    this.arcInfo = makeTexture(gl)
    const infoRows = Math.max(1, Math.ceil(mesh.arcs.length / (4 * TEXELS_PER_ROW)))
    const info = new Uint32Array(4 * TEXELS_PER_ROW * infoRows)
    info.set(mesh.arcs)
    sendTable(gl, info, infoRows)
  }

  drawFaces() {
    const { gl } = this
    gl.bindVertexArray(this.faces)
    gl.drawElements(gl.TRIANGLES, this.mesh.triangles.length, gl.UNSIGNED_INT, 0)
  }

  /** Draws with the program in use, whose `u_segments` is `SEGMENTS_UNIT`. */
  drawSegments(set: ArcSet) {
    const { gl } = this
    gl.activeTexture(gl.TEXTURE0 + SEGMENTS_UNIT)
    const count = this.bindUpToDate(set)
    if (count === 0) return
    gl.bindVertexArray(this.quads)
    // Not as instances: software renderers take each instance for a draw call of its own.
    gl.drawElements(gl.TRIANGLES, 6 * count, gl.UNSIGNED_INT, 0)
  }

  /** @returns how many segments the table has that is bound now */
  private bindUpToDate(set: ArcSet): number {
    const { gl, rows } = this
    let entry = this.sets.get(set)
    if (entry) gl.bindTexture(gl.TEXTURE_2D, entry.table)
    else {
      entry = { table: makeTexture(gl), version: -1, count: 0 }
      gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R32UI, SEGMENTS_PER_ROW, rows)
      this.sets.set(set, entry)
    }
    if (entry.version !== set.version) {
      const segments = set.segments(this.mesh)
      const filled = Math.ceil(segments.length / SEGMENTS_PER_ROW)
      const list = new Uint32Array(segments.buffer, 0, SEGMENTS_PER_ROW * filled)
      const [type, format] = [gl.UNSIGNED_INT, gl.RED_INTEGER]
      plainUnpacking(gl)
      if (filled > 0) gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, SEGMENTS_PER_ROW, filled, format, type, list)
      entry.version = set.version
      entry.count = segments.length
    }
    return entry.count
  }

  destroy() {
    const { gl } = this
    for (const buffer of this.buffers) gl.deleteBuffer(buffer)
    for (const { table } of this.sets.values()) gl.deleteTexture(table)
    gl.deleteVertexArray(this.faces)
    gl.deleteVertexArray(this.quads)
    gl.deleteTexture(this.points)
    gl.deleteTexture(this.arcInfo)
  }
}

/** @returns two triangles for each group of four corners */
function quadIndices(count: number): Uint32Array<ArrayBuffer> {
  const indices = new Uint32Array(6 * count)
  for (let i = 0; i < count; i++)
    indices.set(
      [0, 1, 2, 2, 1, 3].map((corner) => 4 * i + corner),
      6 * i,
    )
  return indices
}
