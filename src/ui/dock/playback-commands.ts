/** What the keys and buttons of playback do, said aloud. Loaded when the first of them is used. */
import { type Loop, SPEEDS } from '../../clock/index.ts'
import { LOOPS } from '../../link/index.ts'
import type { App } from '../context.tsx'
import type { PlaybackCommand } from '../shell/key-actions.ts'
import type { MessageId } from '../words/words.ts'
import { endingAt, startingAt } from './range.ts'
import { speedText } from './speed-text.ts'

const LOOP_NAMES: Record<Loop, MessageId> = {
  none: 'playback.loop-none',
  range: 'playback.loop-range',
  all: 'playback.loop-all',
}

/** @returns what a kind of loop is called */
export function loopName(loop: Loop, { words }: Pick<App, 'words'>): string {
  return words.say(LOOP_NAMES[loop])
}

export function runPlayback(command: PlaybackCommand, app: App): void {
  const { session, words, announce } = app
  const { clock } = session
  const now = clock.getSnapshot()
  switch (command) {
    case 'backwards':
      clock.toggle('reverse')
      break
    case 'loop': {
      const offered = LOOPS.filter((loop) => loop !== 'range' || now.range)
      const next = offered[(offered.indexOf(now.loop) + 1) % offered.length]
      clock.setLoop(next)
      announce(words.say('playback.loop-said', { loop: loopName(next, app) }))
      break
    }
    case 'range-start':
    case 'range-end': {
      const at = command === 'range-start' ? startingAt : endingAt
      setRange(at(now.day, now.range, clock), app)
      break
    }
    case 'range-clear':
      setRange(null, app)
      break
    case 'slower':
    case 'faster': {
      const pace = now.stretch?.speed ?? now.speed
      const next = SPEEDS[SPEEDS.indexOf(pace) + (command === 'faster' ? 1 : -1)] ?? pace
      clock.setSpeed(next)
      announce(`${words.say('dock.speed')}: ${speedText(next, words)}`)
      break
    }
    case 'in-view': {
      const on = now.counting !== 'view'
      clock.setCounting(on ? 'view' : 'all')
      say('playback.in-view', on)
      break
    }
    case 'quiet':
      clock.setSkipQuiet(!now.skipQuiet)
      say('playback.quiet', !now.skipQuiet)
  }

  function say(what: MessageId, on: boolean) {
    announce(words.say(on ? 'playback.on' : 'playback.off', { what: words.say(what) }))
  }
}

/** Sets the range and says so. */
export function setRange(range: { start: number; end: number } | null, { session, words, announce }: App) {
  const { clock } = session
  const before = clock.getSnapshot()
  clock.setRange(range)
  if (range) announce(`${words.say('playback.range')}: ${words.dateRange(range.start, range.end)}`)
  else if (before.range) announce(words.say('playback.range-cleared'))
}
