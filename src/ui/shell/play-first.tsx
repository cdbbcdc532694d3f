/** The one obvious thing for a new reader: play the stretch that the conflict is best known for. */
import { dayOf } from '../../chronicle/day.ts'
import { useApp } from '../context.tsx'
import { playFirstText } from './credit.ts'
import { Icon } from './icons.tsx'
import './play-first.css'

/** Half the usual speed, a second a day: time to read a headline, and the twelve days are over before attention is. */
const SPEED = 0.5

export function PlayFirst({ onPlay }: { onPlay(): void }) {
  const { words, conflict } = useApp()
  return (
    <button type="button" className="play-first" onClick={onPlay}>
      <Icon name="play" flip />
      {playFirstText(conflict, words)}
    </button>
  )
}

/** @returns a function that plays the stretch named in conflict.json */
export function usePlayStretch(): () => void {
  const { session, conflict } = useApp()
  return () => {
    const { start, end } = conflict.play
    session.clock.playStretch({ start: dayOf(start), end: dayOf(end) }, SPEED)
  }
}
