import { describe, expect, it } from 'vitest'
import { createClock } from '../../src/clock/index.ts'
import { chapterSpeed, trackNames } from '../../src/ui/dock/chapters.ts'
import { createFakeSchedule } from '../clock/fake-schedule.ts'

const change = (day: number, km2: number) => ({ day, km2 }) as never
const scale = { window: { from: 0, to: 100 }, width: 1000, rtl: false }
const chapter = (title: string, start: number, end: number) => ({ id: title, title, start, end })

describe('names above the track', () => {
  const changes = [change(5, 10), change(8, 900), change(40, 50), change(44, 3)]

  it('stand above the tallest bar of their chapter, mirrored under right-to-left', () => {
    const [name] = trackNames([chapter('First', 0, 10)], changes, scale)
    expect(name).toMatchObject({ bar: 80, x: 80 })
    const [mirrored] = trackNames([chapter('First', 0, 10)], changes, { ...scale, rtl: true })
    expect(mirrored).toMatchObject({ bar: 920, x: 920 })
  })

  it('stay on the track, and the first ones have the room', () => {
    const chapters = [
      chapter('A name at the edge', 0, 10),
      chapter('Its neighbour', 0, 12),
      chapter('Late', 40, 50),
    ]
    const names = trackNames(chapters, changes, { ...scale, window: { from: 0, to: 200 } })
    expect(names.map(({ id }) => id)).toEqual(['A name at the edge', 'Late'])
    expect(names[0].x).toBeGreaterThan(names[0].bar)
    const large = trackNames(chapters, changes, { ...scale, width: 250, window: { from: 0, to: 200 } }, 2)
    expect(large.map(({ id }) => id)).toEqual(['A name at the edge'])
  })

  it('are none of chapters out of sight', () => {
    expect(trackNames([chapter('Late', 40, 50)], changes, { ...scale, window: { from: 0, to: 30 } })).toEqual(
      [],
    )
  })
})

describe('a chapter', () => {
  it.each([
    ['twelve days', 12],
    ['a month', 30],
    ['a year and a half', 458],
  ])('of %s is played in five to fifteen seconds', (_, days) => {
    const schedule = createFakeSchedule()
    const clock = createClock({ start: 0, end: 1000, changeDays: [], schedule })
    clock.playStretch({ start: 100, end: 100 + days }, chapterSpeed({ start: 100, end: 100 + days }))
    let seconds = 0
    while (clock.getSnapshot().playing && seconds < 60) {
      schedule.frame(50)
      seconds += 0.05
    }
    expect(clock.getSnapshot().day).toBe(100 + days)
    expect(seconds).toBeGreaterThan(5)
    expect(seconds).toBeLessThan(15)
  })
})
