/** The two painters of this project, and the floor: the same picture again, nothing changed. */
import { createFeatureStatePainter, type PainterOptions } from '../../../../src/map/feature-state-painter.ts'
import type { Painter } from '../../../../src/map/painter.ts'
import { createWebglPainter } from '../../../../src/map/webgl/webgl-painter.ts'
import { openMap, type Scene, stageOf, type Technique } from '../stage.ts'

const withPainter =
  (make: (options: PainterOptions) => Painter, moves = true): Technique =>
  async (scene: Scene) => {
    const map = await openMap(scene)
    const painter = make({
      map,
      atlas: scene.atlas,
      factions: scene.looks,
      theme: 'light',
      day: scene.day,
      visible: new Set(scene.looks.keys()),
      below: { ground: 'above-ground', fronts: 'above-fronts' },
      reducedMotion: () => true,
    })
    return stageOf(map, (day) => {
      if (moves) painter.setDay(day)
    })
  }

export const webgl = withPainter(createWebglPainter)
export const featureState = withPainter(createFeatureStatePainter)
export const floor = withPainter(createWebglPainter, false)
