/** Which painter a map gets: the quick one, and the one of standard layers where the graphics card refuses it. */
import { createFeatureStatePainter, type PainterOptions } from '../feature-state-painter.ts'
import type { Painter } from '../painter.ts'
import { PaintError } from './gl.ts'
import type { Prepared } from './prepare-painter.ts'
import { createWebglPainter } from './webgl-painter.ts'

/** @param prepared what `preparePainter` came back with; without it all is made now, and waited for */
export function createPainter(options: PainterOptions, prepared?: Prepared | PaintError): Painter {
  try {
    if (prepared instanceof PaintError) throw prepared
    return createWebglPainter(options, prepared)
  } catch (error) {
    if (!(error instanceof PaintError)) throw error
    console.warn(`The map is painted in the slower way: ${error.message}`)
    return createFeatureStatePainter(options)
  }
}
