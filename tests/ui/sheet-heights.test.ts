import { describe, expect, it } from 'vitest'
import { settledHeight } from '../../src/ui/panels/sheet-heights.ts'

const HEIGHTS = [128, 330, 600]

describe('a sheet that is let go', () => {
  it.each([
    ['at rest, nearest to the lowest', 200, 0, 'peek'],
    ['at rest, nearest to the middle', 240, 0, 'half'],
    ['at rest, above the highest', 700, 0, 'full'],
    ['flung up', 140, 1, 'half'],
    ['flung up from the middle', 340, 1, 'full'],
    ['flung up beyond the highest', 640, 1, 'full'],
    ['flung down', 590, -1, 'half'],
    ['flung down from the middle', 320, -1, 'peek'],
    ['flung down from the lowest', 120, -1, null],
    ['at rest, pushed down a little', 100, 0, 'peek'],
    ['at rest, pushed off the page', 60, 0, null],
  ] as const)('%s', (_, height, speed, rest) => {
    expect(settledHeight(height, speed, HEIGHTS)).toBe(rest)
  })
})
