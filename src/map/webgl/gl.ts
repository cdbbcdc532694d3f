/** The few things that every use of WebGL repeats. */
import type { Texels } from './texels.ts'
import { TEXELS_PER_ROW } from './texels.ts'

export type Gl = WebGL2RenderingContext

/** Thrown when the graphics card refuses what the painter needs; another painter can still show the map. */
export class PaintError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PaintError'
  }
}

export interface Program {
  program: WebGLProgram
  attribute(name: string): number
  uniform(name: string): WebGLUniformLocation | null
}

/** A program that the graphics card is still busy with. */
export interface Linking {
  /** whether {@link finish} would have to wait; only known where the browser can tell, else false */
  isBusy(): boolean
  /** @throws PaintError with the compiler's words */
  finish(): Program
}

/** Sets the compiler to work. Asks it for nothing: each question would wait for the answer. */
export function startProgram(gl: Gl, vertex: string, fragment: string): Linking {
  const program = gl.createProgram()
  const shaders = [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ].map(([type, source]) => {
    const shader = gl.createShader(type as number)
    if (!shader) throw new PaintError('no shader could be made; is the context lost?')
    gl.shaderSource(shader, source as string)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
    return shader
  })
  gl.linkProgram(program)
  const parallel = gl.getExtension('KHR_parallel_shader_compile')
  return {
    isBusy: () =>
      parallel !== null &&
      !gl.isContextLost() &&
      !gl.getProgramParameter(program, parallel.COMPLETION_STATUS_KHR),
    finish() {
      if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
        const words = [...shaders.map((shader) => gl.getShaderInfoLog(shader)), gl.getProgramInfoLog(program)]
        gl.deleteProgram(program)
        throw new PaintError(`shaders do not compile: ${words.filter(Boolean).join('\n')}`)
      }
      for (const shader of shaders) gl.deleteShader(shader)
      return programOf(gl, program)
    },
  }
}

function programOf(gl: Gl, program: WebGLProgram): Program {
  const uniforms = new Map<string, WebGLUniformLocation | null>()
  return {
    program,
    attribute: (name) => gl.getAttribLocation(program, name),
    uniform(name) {
      if (!uniforms.has(name)) uniforms.set(name, gl.getUniformLocation(program, name))
      return uniforms.get(name)!
    },
  }
}

export function makeBuffer(gl: Gl, data: BufferSource, target: number = gl.ARRAY_BUFFER): WebGLBuffer {
  const buffer = gl.createBuffer()
  gl.bindBuffer(target, buffer)
  gl.bufferData(target, data, gl.STATIC_DRAW)
  return buffer
}

/** @returns a texture that is read texel by texel, bound to the unit that is active now */
export function makeTexture(gl: Gl): WebGLTexture {
  const texture = gl.createTexture()
  gl.bindTexture(gl.TEXTURE_2D, texture)
  for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, name, gl.NEAREST)
  for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
    gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE)
  return texture
}

/** To be called before tables are sent: the map leaves behind how it sends its images. */
export function plainUnpacking(gl: Gl) {
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false)
  gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false)
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4)
}

/** Sends a whole table to the texture that is bound. */
export function sendTable(gl: Gl, data: Uint32Array, rows: number) {
  gl.texImage2D(
    gl.TEXTURE_2D,
    0,
    gl.RGBA32UI,
    TEXELS_PER_ROW,
    rows,
    0,
    gl.RGBA_INTEGER,
    gl.UNSIGNED_INT,
    data,
  )
}

/** Sends the rows of a table that changed to the texture that is bound. */
export function sendChanges(gl: Gl, texels: Texels) {
  for (const [from, to] of texels.takeDirty()) {
    const part = texels.data.subarray(4 * TEXELS_PER_ROW * from, 4 * TEXELS_PER_ROW * to)
    const [type, format] = [gl.UNSIGNED_INT, gl.RGBA_INTEGER]
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, from, TEXELS_PER_ROW, to - from, format, type, part)
  }
}
