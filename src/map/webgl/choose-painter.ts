/** Which painter a map gets: the quick one, and the one of standard layers where the graphics card refuses it. */
import { createFeatureStatePainter, type PainterOptions } from '../feature-state-painter.ts'
import type { Painter } from '../painter.ts'
import { PaintError } from './gl.ts'
import { createWebglPainter } from './webgl-painter.ts'

export function createPainter(options: PainterOptions): Painter {
  try {
    return createWebglPainter(options)
  } catch (error) {
    if (!(error instanceof PaintError)) throw error
    console.warn(`The map is painted in the slower way: ${error.message}`)
    return createFeatureStatePainter(options)
  }
}
