/** Draws ground and fronts with WebGL 2. Holds what lives on the graphics card, and nothing that could not be made again. */
import { ARC_KIND, type Atlas } from '../../chronicle/atlas.ts'
import { doubtStrength } from '../doubt.ts'
import { DASH } from '../line-widths.ts'
import type { ArcSet } from './arc-set.ts'
import { type Detail, type DetailedMesh, detailAt, meshFor } from './detail.ts'
import { createDoubtLayer, type DoubtLayer, showsDoubt } from './doubt-layer.ts'
import type { Frame, Rgba, Tones } from './frame.ts'
import { type Gl, makeTexture, type Program, plainUnpacking, sendChanges, sendTable } from './gl.ts'
import type { GroundState } from './ground-state.ts'
import { Level, SEGMENTS_UNIT } from './level.ts'
import { LOOKS_PER_ROW, type LookTable } from './look-table.ts'
import type { Prepared } from './prepare-painter.ts'
import { buildPrograms, type Programs } from './programs.ts'
import { DOUBT_UNIT, ROLE } from './shaders.ts'
import type { Texels } from './texels.ts'

/** What changes from frame to frame. */
export interface Moment {
  /** milliseconds, whole */
  now: number
  tones: Tones
  /** how strongly ground that just changed is lit, 0–1 */
  light: number
  /** whether bands along inferred fronts are switched on */
  doubt: boolean
}

/** The light on ground that just changed: red, green, blue of 0–1; and how much of it the ground takes at first. */
const LIGHT = [1, 1, 1] as const
const LIT_OPACITY = 0.5

type Tables = Record<'u_faces' | 'u_looks' | 'u_arcs', WebGLTexture>

export class Renderer {
  private readonly gl: Gl
  private atlas: Atlas
  private readonly programs: Programs
  private tables: Tables | null = null
  private readonly levels: { near: Level | null; far: Level | null } = { near: null, far: null }
  private ready: DetailedMesh | null
  private lookVersion = -1
  private doubt: DoubtLayer | null = null

  /**
   * Compiles if need be, and leaves everything else for later: the map keeps a record of the context's state.
   * @param prepared for this context and this atlas
   * @throws PaintError when the graphics card refuses
   */
  constructor(gl: Gl, atlas: Atlas, prepared?: Prepared) {
    this.gl = gl
    this.atlas = atlas
    this.programs = prepared?.programs ?? buildPrograms(gl)
    this.ready = prepared?.mesh ?? null
  }

  /** Draws another atlas from now on: its geometry goes to the graphics card when it is next drawn, the programs stay. */
  setAtlas(atlas: Atlas) {
    this.forget()
    this.atlas = atlas
    this.ready = null
  }

  /** Brings the tables up to date. Like all that draws, to be called only when the map hands the context over. */
  send(state: GroundState, looks: LookTable) {
    const { gl } = this
    gl.activeTexture(gl.TEXTURE0)
    plainUnpacking(gl)
    this.tables ??= makeTables(gl, state)
    const { tables } = this
    gl.bindTexture(gl.TEXTURE_2D, tables.u_faces)
    sendChanges(gl, state.faces)
    gl.bindTexture(gl.TEXTURE_2D, tables.u_arcs)
    sendChanges(gl, state.arcs)
    if (this.lookVersion === looks.version) return
    this.lookVersion = looks.version
    gl.bindTexture(gl.TEXTURE_2D, tables.u_looks)
    sendLooks(gl, looks)
  }

  /** Bands, into a texture of their own: to be called before anything of the frame is drawn. */
  drawDoubt(state: GroundState, frame: Frame, moment: Moment) {
    if (!showsDoubt(frame.zoom, moment.doubt)) return
    const { gl } = this
    this.doubt ??= createDoubtLayer(gl)
    // Few points do for what has no sharp edge.
    const level = this.levelOf('far')
    this.doubt.draw(frame.width, frame.height, (program) => {
      this.prepare(program, level, frame, moment)
      gl.uniform1f(program.uniform('u_metre'), frame.metre)
      level.drawSegments(state.edges)
    })
  }

  drawGround(state: GroundState, frame: Frame, moment: Moment) {
    const level = this.levelFor(frame)
    this.prepare(this.programs.fill, level, frame, moment)
    level.drawFaces()
    this.prepare(this.programs.edge, level, frame, moment)
    level.drawSegments(state.edges)
  }

  drawFronts(state: GroundState, frame: Frame, moment: Moment) {
    const { gl } = this
    const { line } = this.programs
    const { half } = frame
    const { front, casing, quiet, mark } = moment.tones
    const level = this.levelFor(frame)
    const pass = (set: ArcSet, role: number, width: number, colour: Rgba) => {
      gl.uniform1i(line.uniform('u_role'), role)
      gl.uniform2f(line.uniform('u_widths'), width, half.quiet)
      gl.uniform4fv(line.uniform('u_front'), colour)
      level.drawSegments(set)
    }
    this.prepare(line, level, frame, moment)
    gl.uniform4fv(line.uniform('u_quiet'), quiet)
    gl.uniform2f(line.uniform('u_dash'), DASH.stroke, DASH.period)
    gl.uniform1ui(line.uniform('u_dashed'), ARC_KIND.inferred)
    if (moment.light > 0) pass(state.lit, ROLE.outline, half.lit, [...LIGHT, moment.light])
    // Edges without a line draw nothing: one list does for both.
    pass(state.edges, ROLE.casing, half.casing, casing)
    pass(state.edges, ROLE.core, half.front, front)
    pass(state.emphasis, ROLE.outline, half.emphasis, mark)
  }

  /** Geometry is made when the view first asks for it. */
  private levelFor({ zoom }: Frame): Level {
    return this.levelOf(detailAt(zoom))
  }

  private levelOf(detail: Detail): Level {
    const { gl, atlas, levels } = this
    if (!levels[detail]) {
      levels[detail] = new Level(gl, this.ready?.detail === detail ? this.ready : meshFor(atlas, detail))
      this.ready = null
    }
    return levels[detail]
  }

  private prepare(program: Program, level: Level, frame: Frame, { now, tones, light, doubt }: Moment) {
    const { gl, tables } = this
    // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, no hook of React
    gl.useProgram(program.program)
    const textures = { ...tables, u_points: level.points, u_arcInfo: level.arcInfo }
    Object.entries(textures).forEach(([name, texture], unit) => {
      const location = program.uniform(name)
      if (!location) return
      gl.activeTexture(gl.TEXTURE0 + unit)
      gl.bindTexture(gl.TEXTURE_2D, texture)
      gl.uniform1i(location, unit)
    })
    gl.uniform1i(program.uniform('u_segments'), SEGMENTS_UNIT)
    const bands = program.uniform('u_doubtTone')
    if (bands) {
      const [red, green, blue, opacity] = tones.doubt
      const shown = this.doubt !== null && showsDoubt(frame.zoom, doubt)
      if (shown) this.doubt?.bind()
      gl.uniform1i(program.uniform('u_doubt'), DOUBT_UNIT)
      gl.uniform4f(bands, red, green, blue, shown ? opacity * doubtStrength(frame.zoom) : 0)
    }
    gl.uniformMatrix4fv(program.uniform('u_matrix'), false, frame.matrix)
    gl.uniform1ui(program.uniform('u_now'), now)
    gl.uniform1f(program.uniform('u_patternScale'), frame.patternScale)
    gl.uniform1f(program.uniform('u_sharpness'), frame.sharpness)
    gl.uniform2f(program.uniform('u_halfSize'), frame.width / 2, frame.height / 2)
    gl.uniform3f(program.uniform('u_mark'), tones.mark[0], tones.mark[1], tones.mark[2])
    gl.uniform4f(program.uniform('u_light'), ...LIGHT, LIT_OPACITY * light)
  }

  /** Takes what was made of the atlas off the graphics card. */
  private forget() {
    const { gl, levels } = this
    for (const texture of Object.values(this.tables ?? {})) gl.deleteTexture(texture)
    levels.near?.destroy()
    levels.far?.destroy()
    this.tables = levels.near = levels.far = null
    this.lookVersion = -1
  }

  destroy() {
    const { gl } = this
    for (const { program } of Object.values(this.programs)) gl.deleteProgram(program)
    this.doubt?.destroy()
    this.forget()
  }
}

function makeTables(gl: Gl, state: GroundState): Tables {
  const table = ({ data, rows }: Texels) => {
    const texture = makeTexture(gl)
    sendTable(gl, data, rows)
    return texture
  }
  const tables = { u_faces: table(state.faces), u_arcs: table(state.arcs), u_looks: makeTexture(gl) }
  state.faces.takeDirty()
  state.arcs.takeDirty()
  return tables
}

/** Two numbers a look: fill with pattern, stroke. */
function sendLooks(gl: Gl, { bytes, rows }: LookTable) {
  const numbers = new Uint32Array(bytes.buffer)
  const [type, format] = [gl.UNSIGNED_INT, gl.RG_INTEGER]
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RG32UI, LOOKS_PER_ROW, rows, 0, format, type, numbers)
}
