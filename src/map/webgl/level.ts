/** One degree of detail of the map's geometry on the graphics card. */
import type { ArcSet } from './arc-set.ts'
import { type Gl, makeBuffer, makeTexture, sendTable } from './gl.ts'
import { type Mesh, POINTS_PER_ROW } from './mesh.ts'
import { CORNER_ATTRIBUTE, FACE_ATTRIBUTE, SEGMENT_ATTRIBUTE } from './shaders.ts'
import { TEXELS_PER_ROW } from './texels.ts'

interface SetArrays {
  arrays: WebGLVertexArrayObject
  buffer: WebGLBuffer
  /** of the set that the buffer holds */
  version: number
  count: number
}

export class Level {
  readonly points: WebGLTexture
  readonly arcInfo: WebGLTexture
  private readonly gl: Gl
  private readonly mesh: Mesh
  private readonly faces: WebGLVertexArrayObject
  private readonly buffers: WebGLBuffer[]
  /** corners of segments as triangles, the same for all sets */
  private readonly quads: WebGLBuffer
  private readonly sets = new Map<ArcSet, SetArrays>()

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
    gl.bindVertexArray(null)
    this.quads = makeBuffer(
      gl,
      quadIndices(mesh.segmentCount.reduce((sum, count) => sum + count, 0)),
      gl.ELEMENT_ARRAY_BUFFER,
    )
    this.buffers = [corners, faceOfCorner, triangles, this.quads]
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

  drawSegments(set: ArcSet) {
    const { gl } = this
    const { arrays, count } = this.upToDate(set)
    if (count === 0) return
    gl.bindVertexArray(arrays)
    // Not as instances: software renderers take each instance for a draw call of its own.
    gl.drawElements(gl.TRIANGLES, 6 * count, gl.UNSIGNED_INT, 0)
  }

  private upToDate(set: ArcSet): SetArrays {
    const { gl } = this
    let entry = this.sets.get(set)
    if (!entry) {
      entry = makeSetArrays(gl, this.quads)
      this.sets.set(set, entry)
    }
    if (entry.version !== set.version) {
      const corners = set.corners(this.mesh)
      gl.bindBuffer(gl.ARRAY_BUFFER, entry.buffer)
      gl.bufferData(gl.ARRAY_BUFFER, corners, gl.DYNAMIC_DRAW)
      entry.version = set.version
      entry.count = corners.length / 4
    }
    return entry
  }

  destroy() {
    const { gl } = this
    for (const buffer of this.buffers) gl.deleteBuffer(buffer)
    for (const { buffer, arrays } of this.sets.values()) {
      gl.deleteBuffer(buffer)
      gl.deleteVertexArray(arrays)
    }
    gl.deleteVertexArray(this.faces)
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

function makeSetArrays(gl: Gl, quads: WebGLBuffer): SetArrays {
  const arrays = gl.createVertexArray()
  const buffer = gl.createBuffer()
  gl.bindVertexArray(arrays)
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
  gl.enableVertexAttribArray(SEGMENT_ATTRIBUTE)
  gl.vertexAttribIPointer(SEGMENT_ATTRIBUTE, 1, gl.UNSIGNED_INT, 0, 0)
  gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, quads)
  return { arrays, buffer, version: -1, count: 0 }
}
