/** The three programs of the painter, and the wait for them. */
import type { Map as MapLibreMap } from 'maplibre-gl'
import { type Gl, type Linking, PaintError, type Program, startProgram } from './gl.ts'
import {
  EDGE_FRAGMENT,
  EDGE_VERTEX,
  FILL_FRAGMENT,
  FILL_VERTEX,
  LINE_FRAGMENT,
  LINE_VERTEX,
} from './shaders.ts'

const SOURCES = {
  fill: [FILL_VERTEX, FILL_FRAGMENT],
  edge: [EDGE_VERTEX, EDGE_FRAGMENT],
  line: [LINE_VERTEX, LINE_FRAGMENT],
} as const

export type Programs = Record<keyof typeof SOURCES, Program>

/** How often is asked whether the compiler is done, milliseconds. */
const ASK_MS = 4
/** After so many milliseconds it is waited for in any case: it may have no way to tell that it is done. */
const PATIENCE_MS = 5000

/** Compiles all at once, and waits. @throws PaintError when the graphics card refuses */
export function buildPrograms(gl: Gl): Programs {
  return finished(start(gl))
}

/**
 * Compiles on the side: a graphics card may need most of a second, in which the rest of the page can be made.
 * @param map from the moment that it is made; its style need not be there
 * @param meanwhile what is made meanwhile: where nobody tells when the compiler is done, asking before that would only wait
 * @throws PaintError when the graphics card refuses
 */
export async function preparePrograms(map: MapLibreMap, meanwhile: Promise<unknown>): Promise<Programs> {
  const linking = start(contextOf(map))
  await meanwhile
  const end = performance.now() + PATIENCE_MS
  while (performance.now() < end && Object.values(linking).some((one) => one.isBusy()))
    await new Promise((resolve) => setTimeout(resolve, ASK_MS))
  return finished(linking)
}

/** @throws PaintError when the map has no context, or lost it */
export function contextOf(map: MapLibreMap): Gl {
  const gl = map.getCanvas().getContext('webgl2')
  if (!gl || gl.isContextLost()) throw new PaintError('the map has no WebGL 2 context')
  return gl
}

function start(gl: Gl): Record<keyof typeof SOURCES, Linking> {
  const one = (name: keyof typeof SOURCES) => startProgram(gl, ...SOURCES[name])
  return { fill: one('fill'), edge: one('edge'), line: one('line') }
}

function finished({ fill, edge, line }: Record<keyof typeof SOURCES, Linking>): Programs {
  return { fill: fill.finish(), edge: edge.finish(), line: line.finish() }
}
