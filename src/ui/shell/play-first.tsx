/** The one obvious thing for a new reader: play the stretch that the conflict is best known for. */
import { useEffect, useRef } from 'react'
import { dayOf } from '../../chronicle/day.ts'
import { useApp, useClock } from '../context.tsx'
import { Icon } from './icons.tsx'

/** A quarter of the usual speed: two seconds a day. */
const SPEED = 0.25

export function PlayFirst({ onPlay }: { onPlay(): void }) {
  const { words } = useApp()
  return (
    <button type="button" className="play-first" onClick={onPlay}>
      <Icon name="play" flip />
      {words.say('play.first')}
    </button>
  )
}

/** @returns a function that plays the stretch named in conflict.json, and then gives the clock back as it was */
export function usePlayStretch(): () => void {
  const { session, conflict } = useApp()
  const { clock } = session
  const { playing } = useClock()
  const before = useRef<number | null>(null)
  useEffect(() => {
    // Ended or stopped by the reader: the stretch no longer binds the clock.
    if (playing || before.current === null) return
    clock.setRange(null)
    clock.setSpeed(before.current)
    before.current = null
  }, [playing, clock])
  return () => {
    before.current = clock.getSnapshot().speed
    clock.setRange({ start: dayOf(conflict.play.start), end: dayOf(conflict.play.end) })
    clock.setSpeed(SPEED)
    clock.setDay(dayOf(conflict.play.start))
    clock.play()
  }
}
