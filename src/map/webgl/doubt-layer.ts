/**
 * The bands along inferred fronts on the graphics card: drawn first into a small texture, where they melt into each other
 * (the strongest counts), which the ground then darkens itself by. Made when a view first comes near enough.
 */
import { doubtStrength } from '../doubt.ts'
import { DOUBT_FRAGMENT, DOUBT_VERTEX } from './doubt-shaders.ts'
import { type Gl, type Program, startProgram } from './gl.ts'
import { DOUBT_UNIT } from './shaders.ts'

/** The texture has a pixel for so many of the picture, squared: a band has no sharp edge. */
const COARSE = 4

export interface DoubtLayer {
  /**
   * Draws into the texture; afterwards another framebuffer and viewport are bound. To be called before anything is drawn.
   * @param width @param height of the picture, pixels
   * @param draw draws the segments with the program that it is given
   */
  draw(width: number, height: number, draw: (program: Program) => void): void
  /** Binds the texture to its unit. */
  bind(): void
  destroy(): void
}

/** @returns whether a view shows bands at all */
export const showsDoubt = (zoom: number, on: boolean): boolean => on && doubtStrength(zoom) > 0

/** @throws PaintError when the graphics card refuses */
export function createDoubtLayer(gl: Gl): DoubtLayer {
  const program = startProgram(gl, DOUBT_VERTEX, DOUBT_FRAGMENT).finish()
  const framebuffer = gl.createFramebuffer()
  const texture = gl.createTexture()
  let size: [width: number, height: number] = [0, 0]

  function bind() {
    gl.activeTexture(gl.TEXTURE0 + DOUBT_UNIT)
    gl.bindTexture(gl.TEXTURE_2D, texture)
  }

  function resize(width: number, height: number) {
    if (size[0] === width && size[1] === height) return
    size = [width, height]
    bind()
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, width, height, 0, gl.RED, gl.UNSIGNED_BYTE, null)
    for (const name of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
      gl.texParameteri(gl.TEXTURE_2D, name, gl.LINEAR)
    for (const name of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
      gl.texParameteri(gl.TEXTURE_2D, name, gl.CLAMP_TO_EDGE)
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer)
    gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
  }

  return {
    draw(width, height, draw) {
      const [across, down] = [width, height].map((length) => Math.max(1, Math.ceil(length / COARSE)))
      resize(across, down)
      // Not read while it is written.
      gl.activeTexture(gl.TEXTURE0 + DOUBT_UNIT)
      gl.bindTexture(gl.TEXTURE_2D, null)
      gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer)
      gl.viewport(0, 0, across, down)
      gl.clearColor(0, 0, 0, 0)
      gl.clear(gl.COLOR_BUFFER_BIT)
      gl.disable(gl.DEPTH_TEST)
      gl.enable(gl.BLEND)
      gl.blendEquation(gl.MAX)
      draw(program)
      gl.blendEquation(gl.FUNC_ADD)
    },
    bind,
    destroy() {
      gl.deleteProgram(program.program)
      gl.deleteFramebuffer(framebuffer)
      gl.deleteTexture(texture)
    },
  }
}
