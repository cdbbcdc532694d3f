/** What the keys and buttons of playback do to the clock, and what they say. */
import { describe, expect, it } from 'vitest'
import { createClock } from '../../src/clock/index.ts'
import type { App } from '../../src/ui/context.tsx'
import { runPlayback } from '../../src/ui/dock/playback-commands.ts'
import { createFakeSchedule } from '../clock/fake-schedule.ts'
import { wordsOf } from './words.ts'

const START = 20_053

function setUp(speed = 1) {
  const said: string[] = []
  const schedule = createFakeSchedule()
  const clock = createClock({
    start: START,
    end: START + 100,
    changeDays: [START + 3, START + 9],
    day: START + 5,
    speed,
    skipQuiet: true,
    schedule,
  })
  const app = {
    session: { clock },
    words: wordsOf('en'),
    announce: (text: string) => said.push(text),
  } as unknown as App
  return {
    clock,
    said,
    schedule,
    run: (...commands: Parameters<typeof runPlayback>[0][]) => {
      for (const command of commands) runPlayback(command, app)
    },
  }
}

describe('the commands of playback', () => {
  it('begin a range on one day and end it on another, and take it away', () => {
    const { clock, said, run } = setUp()
    run('range-start')
    clock.setDay(START + 8)
    run('range-end')
    expect(clock.getSnapshot().range).toEqual({ start: START + 5, end: START + 8 })
    expect(said.at(-1)).toMatch(/^Range: 1\D*4 December 2024$/)
    run('range-clear')
    expect(clock.getSnapshot().range).toBeNull()
    const count = said.length
    run('range-clear')
    expect(said).toHaveLength(count)
  })

  it('repeat the range only where there is one', () => {
    const { clock, said, run } = setUp()
    run('loop')
    expect(clock.getSnapshot().loop).toBe('all')
    run('loop', 'range-start', 'loop')
    expect(clock.getSnapshot().loop).toBe('range')
    expect(said.at(-1)).toBe('Repeat: Range')
  })

  it('change the speed by one that is on offer, and stay at the slowest and the fastest', () => {
    const { clock, said, run } = setUp()
    run('faster')
    expect(said.at(-1)).toBe('Speed: 2× · 4 days a second')
    run('slower', 'slower')
    expect(said.at(-1)).toBe('Speed: ½× · 1 day a second')
    run(...Array.from({ length: 9 }, () => 'slower' as const))
    expect(clock.getSnapshot().speed).toBe(0.25)
    run(...Array.from({ length: 9 }, () => 'faster' as const))
    expect(clock.getSnapshot().speed).toBe(16)
  })

  it('play backwards day by day, and stop', () => {
    const { clock, schedule, run } = setUp()
    const days: number[] = []
    clock.subscribe(() => days.push(clock.getSnapshot().day))
    run('backwards')
    for (let i = 0; i < 20; i++) schedule.frame(100)
    run('backwards')
    expect(clock.getSnapshot().playing).toBeNull()
    expect(days.length).toBeGreaterThan(3)
    expect(days).toEqual(days.toSorted((a, b) => b - a))
  })

  it('switch quiet stretches and changes in view, and say so', () => {
    const { clock, said, run } = setUp()
    run('quiet', 'in-view')
    expect(clock.getSnapshot()).toMatchObject({ skipQuiet: false, counting: 'view' })
    expect(said).toEqual(['Skip quiet stretches: off', 'Only changes in view: on'])
  })
})
