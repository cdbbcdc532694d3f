import { useEffect, useRef } from 'react'
import { useApp } from '../../context.tsx'
import { animateDay } from './animate-day.ts'
import { fittingZoom, type Story, stepView } from './story.ts'

/** How long clock and camera take for a step, ms. */
const ANIMATION_MS = 1400

/** @returns a function that shows a step of a story: the map flies there, the clock runs to its day */
export function useStep(): (story: Story, step: number) => void {
  const { session, map, layout } = useApp()
  const stop = useRef(() => {})
  useEffect(() => () => stop.current(), [])
  return (story, step) => {
    stop.current()
    const {
      day,
      camera,
      speed: _speed,
      range: _range,
      loop: _loop,
      quiet: _quiet,
      ...named
    } = stepView(story.steps[step - 1].link, session.context).named
    const patch = {
      with: null,
      beside: null,
      ...named,
      story: { id: story.id, step },
      panel: 'stories' as const,
      at: null,
      place: null,
    }
    const { day: now } = session.clock.getSnapshot()
    if (day === undefined || day === now) session.change(patch)
    else {
      // Day and view are one step for the back button.
      session.clock.pause()
      session.holdDay()
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches
      stop.current = animateDay(session.clock, day, still ? 0 : ANIMATION_MS, () => session.releaseDay())
      session.replace(patch)
    }
    const box = layout.box('map')
    if (!camera || !map || !box) return
    const { top, bottom, left, right } = layout.insets()
    const zoom = fittingZoom(camera.zoom, box.width - left - right, box.height - top - bottom)
    map.flyTo(camera.lon, camera.lat, zoom, ANIMATION_MS)
  }
}
