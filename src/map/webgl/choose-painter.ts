/** Which painter a map gets: the quick one, and the one of standard layers where the graphics card refuses it. */
import { createFeatureStatePainter, type PainterOptions } from '../feature-state-painter.ts'
import type { Painter } from '../painter.ts'
import { PaintError } from './gl.ts'
import type { Programs } from './programs.ts'
import { createWebglPainter } from './webgl-painter.ts'

/** @param programs what `preparePrograms` came back with; without it the painter compiles now, and waits */
export function createPainter(options: PainterOptions, programs?: Programs | PaintError): Painter {
  try {
    if (programs instanceof PaintError) throw programs
    return createWebglPainter(options, programs)
  } catch (error) {
    if (!(error instanceof PaintError)) throw error
    console.warn(`The map is painted in the slower way: ${error.message}`)
    return createFeatureStatePainter(options)
  }
}
