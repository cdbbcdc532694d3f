/** Draws ground and fronts with WebGL 2. Holds what lives on the graphics card, and nothing that could not be made again. */
import { ARC_KIND } from '../../chronicle/atlas.ts'
import type { Frame, Rgba, Tones } from './frame.ts'
import { buildProgram, type Gl, makeBuffer, makeTexture, type Program, sendChanges, sendTable } from './gl.ts'
import type { GroundState } from './ground-state.ts'
import { LOOKS_PER_ROW, type LookTable } from './look-table.ts'
import { type Mesh, POINTS_PER_ROW } from './mesh.ts'
import type { SegmentList } from './segment-list.ts'
import {
  EDGE_FRAGMENT,
  EDGE_VERTEX,
  FILL_FRAGMENT,
  FILL_VERTEX,
  LINE_FRAGMENT,
  LINE_VERTEX,
  ROLE,
  SEGMENT_ATTRIBUTE,
} from './shaders.ts'
import { TEXELS_PER_ROW } from './texels.ts'

/** What changes from frame to frame. */
export interface Moment {
  /** milliseconds, whole */
  now: number
  tones: Tones
  /** how strongly ground that just changed is lit, 0–1 */
  light: number
  /** share of the width from which on the other day is shown; 1: nowhere */
  split: number
}

/** Dashes of inferred fronts: stroke and period, CSS pixels. */
const DASH: [number, number] = [5.5, 9.5]
/** The light on ground that just changed: red, green, blue of 0–1; and how much of it the ground takes at first. */
const LIGHT = [1, 1, 1] as const
const LIT_OPACITY = 0.5
/** Texture units, by the name of the sampler. */
const UNIT = { u_faces: 0, u_looks: 1, u_points: 2, u_arcs: 3, u_arcInfo: 4 } as const

interface ListArrays {
  arrays: WebGLVertexArrayObject
  buffer: WebGLBuffer
  /** of the list that the buffer holds */
  version: number
  count: number
}

export class Renderer {
  private readonly gl: Gl
  private readonly mesh: Mesh
  private readonly fill: Program
  private readonly edge: Program
  private readonly line: Program
  private readonly textures: Record<keyof typeof UNIT, WebGLTexture>
  private readonly buffers: WebGLBuffer[]
  private readonly fillArrays: WebGLVertexArrayObject
  private readonly lists = new Map<SegmentList, ListArrays>()
  private lookVersion = -1

  /** @throws PaintError when the graphics card refuses */
  constructor(gl: Gl, mesh: Mesh, state: GroundState, looks: LookTable) {
    this.gl = gl
    this.mesh = mesh
    this.fill = buildProgram(gl, FILL_VERTEX, FILL_FRAGMENT)
    this.edge = buildProgram(gl, EDGE_VERTEX, EDGE_FRAGMENT)
    this.line = buildProgram(gl, LINE_VERTEX, LINE_FRAGMENT)
    this.fillArrays = gl.createVertexArray()
    gl.bindVertexArray(this.fillArrays)
    const corners = makeBuffer(gl, mesh.corners)
    this.attribute(this.fill.attribute('a_corner'), () =>
      gl.vertexAttribPointer(this.fill.attribute('a_corner'), 2, gl.FLOAT, false, 0, 0),
    )
    const faces = makeBuffer(gl, mesh.faceOfCorner)
    this.attribute(this.fill.attribute('a_face'), () =>
      gl.vertexAttribIPointer(this.fill.attribute('a_face'), 1, gl.UNSIGNED_INT, 0, 0),
    )
    const triangles = makeBuffer(gl, mesh.triangles, gl.ELEMENT_ARRAY_BUFFER)
    gl.bindVertexArray(null)
    this.buffers = [corners, faces, triangles]
    gl.activeTexture(gl.TEXTURE0)
    this.textures = {
      u_faces: makeTexture(gl),
      u_looks: makeTexture(gl),
      u_points: makeTexture(gl),
      u_arcs: makeTexture(gl),
      u_arcInfo: makeTexture(gl),
    }
    this.sendAll(state, looks)
  }

  private attribute(at: number, point: () => void) {
    this.gl.enableVertexAttribArray(at)
    point()
  }

  private sendAll(state: GroundState, looks: LookTable) {
    const { gl, mesh, textures } = this
    plainUnpacking(gl)
    gl.bindTexture(gl.TEXTURE_2D, textures.u_points)
    const rows = mesh.points.length / (4 * POINTS_PER_ROW)
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, POINTS_PER_ROW, rows, 0, gl.RGBA, gl.FLOAT, mesh.points)
    gl.bindTexture(gl.TEXTURE_2D, textures.u_arcInfo)
    sendTable(gl, padded(mesh.arcs, state.arcs.rows), state.arcs.rows)
    gl.bindTexture(gl.TEXTURE_2D, textures.u_arcs)
    sendTable(gl, state.arcs.data, state.arcs.rows)
    gl.bindTexture(gl.TEXTURE_2D, textures.u_faces)
    sendTable(gl, state.faces.data, state.faces.rows)
    state.arcs.takeDirty()
    state.faces.takeDirty()
    gl.bindTexture(gl.TEXTURE_2D, textures.u_looks)
    sendLooks(gl, looks)
    this.lookVersion = looks.version
  }

  /** Brings the textures up to date. */
  send(state: GroundState, looks: LookTable) {
    const { gl, textures } = this
    gl.activeTexture(gl.TEXTURE0)
    plainUnpacking(gl)
    gl.bindTexture(gl.TEXTURE_2D, textures.u_faces)
    sendChanges(gl, state.faces)
    gl.bindTexture(gl.TEXTURE_2D, textures.u_arcs)
    sendChanges(gl, state.arcs)
    if (this.lookVersion === looks.version) return
    this.lookVersion = looks.version
    gl.bindTexture(gl.TEXTURE_2D, textures.u_looks)
    sendLooks(gl, looks)
  }

  drawGround(state: GroundState, frame: Frame, moment: Moment) {
    const { gl } = this
    this.onBothSides(frame, moment, (side) => {
      this.use(this.fill, frame, moment, side)
      gl.bindVertexArray(this.fillArrays)
      gl.drawElements(gl.TRIANGLES, this.mesh.triangles.length, gl.UNSIGNED_INT, 0)
      this.use(this.edge, frame, moment, side)
      this.drawSegments(state.edges)
    })
  }

  drawFronts(state: GroundState, frame: Frame, moment: Moment) {
    const { gl } = this
    const { half } = frame
    const { front, casing, quiet, mark } = moment.tones
    const pass = (list: SegmentList, role: number, width: number, colour: Rgba) => {
      gl.uniform1i(this.line.uniform('u_role'), role)
      gl.uniform2f(this.line.uniform('u_widths'), width, half.quiet)
      gl.uniform4fv(this.line.uniform('u_front'), colour)
      this.drawSegments(list)
    }
    this.onBothSides(frame, moment, (side) => {
      this.use(this.line, frame, moment, side)
      gl.uniform4fv(this.line.uniform('u_quiet'), quiet)
      gl.uniform2fv(this.line.uniform('u_dash'), DASH)
      gl.uniform1ui(this.line.uniform('u_dashed'), ARC_KIND.inferred)
      if (moment.light > 0) {
        pass(state.lit, ROLE.outline, half.lit, [...LIGHT, moment.light])
      }
      pass(state.lines, ROLE.casing, half.casing, casing)
      pass(state.lines, ROLE.core, half.front, front)
      pass(state.emphasis, ROLE.outline, half.emphasis, mark)
    })
  }

  /** Draws once for each day that is in view. */
  private onBothSides({ width, height }: Frame, { split }: Moment, draw: (side: 0 | 1) => void) {
    const { gl } = this
    if (split >= 1) return draw(0)
    const at = Math.round(Math.max(0, split) * width)
    gl.enable(gl.SCISSOR_TEST)
    gl.scissor(0, 0, at, height)
    if (at > 0) draw(0)
    gl.scissor(at, 0, width - at, height)
    draw(1)
    gl.disable(gl.SCISSOR_TEST)
  }

  private use(program: Program, frame: Frame, { now, tones, light }: Moment, side: 0 | 1) {
    const { gl } = this
    // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, no hook of React
    gl.useProgram(program.program)
    for (const [name, unit] of Object.entries(UNIT)) {
      const location = program.uniform(name)
      if (!location) continue
      gl.activeTexture(gl.TEXTURE0 + unit)
      gl.bindTexture(gl.TEXTURE_2D, this.textures[name as keyof typeof UNIT])
      gl.uniform1i(location, unit)
    }
    gl.uniformMatrix4fv(program.uniform('u_matrix'), false, frame.matrix)
    gl.uniform1ui(program.uniform('u_now'), now)
    gl.uniform1ui(program.uniform('u_side'), side)
    gl.uniform1f(program.uniform('u_patternScale'), frame.patternScale)
    gl.uniform1f(program.uniform('u_sharpness'), frame.sharpness)
    gl.uniform2f(program.uniform('u_halfSize'), frame.width / 2, frame.height / 2)
    gl.uniform3f(program.uniform('u_mark'), tones.mark[0], tones.mark[1], tones.mark[2])
    gl.uniform4f(program.uniform('u_light'), ...LIGHT, LIT_OPACITY * light)
  }

  private drawSegments(list: SegmentList) {
    const { gl } = this
    const { arrays, count } = this.upToDate(list)
    if (count === 0) return
    gl.bindVertexArray(arrays)
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, count)
  }

  private upToDate(list: SegmentList): ListArrays {
    const { gl } = this
    const segments = list.segments()
    let entry = this.lists.get(list)
    if (!entry) {
      entry = makeListArrays(gl)
      this.lists.set(list, entry)
    }
    if (entry.version !== list.version) {
      gl.bindBuffer(gl.ARRAY_BUFFER, entry.buffer)
      gl.bufferData(gl.ARRAY_BUFFER, segments, gl.DYNAMIC_DRAW)
      entry.version = list.version
      entry.count = segments.length
    }
    return entry
  }

  destroy() {
    const { gl } = this
    for (const { program } of [this.fill, this.edge, this.line]) gl.deleteProgram(program)
    for (const texture of Object.values(this.textures)) gl.deleteTexture(texture)
    for (const buffer of this.buffers) gl.deleteBuffer(buffer)
    for (const { buffer, arrays } of this.lists.values()) {
      gl.deleteBuffer(buffer)
      gl.deleteVertexArray(arrays)
    }
    gl.deleteVertexArray(this.fillArrays)
  }
}

/** Two numbers a look: fill with pattern, stroke. */
function sendLooks(gl: Gl, { bytes, rows }: LookTable) {
  const numbers = new Uint32Array(bytes.buffer)
  const [type, format] = [gl.UNSIGNED_INT, gl.RG_INTEGER]
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RG32UI, LOOKS_PER_ROW, rows, 0, format, type, numbers)
}

function plainUnpacking(gl: Gl) {
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false)
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false)
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4)
}

function padded(data: Uint32Array, rows: number): Uint32Array {
  const result = new Uint32Array(4 * TEXELS_PER_ROW * rows)
  result.set(data)
  return result
}

function makeListArrays(gl: Gl): ListArrays {
  const arrays = gl.createVertexArray()
  const buffer = gl.createBuffer()
  gl.bindVertexArray(arrays)
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer)
  gl.enableVertexAttribArray(SEGMENT_ATTRIBUTE)
  gl.vertexAttribIPointer(SEGMENT_ATTRIBUTE, 1, gl.UNSIGNED_INT, 0, 0)
  gl.vertexAttribDivisor(SEGMENT_ATTRIBUTE, 1)
  return { arrays, buffer, version: -1, count: 0 }
}
