import { describe, expect, it } from 'vitest'
import { canDraw, lightReason } from '../../src/ui/map/light-reason.ts'

describe('the light map is shown', () => {
  it.each([
    ['?light', {}, 'asked'],
    ['?date=2024-12-01&light=on', {}, 'asked'],
    ['', { connection: { saveData: true } }, 'saving'],
    ['', { deviceMemory: 0.5 }, 'slow'],
    ['', { deviceMemory: 4, connection: { saveData: false } }, null],
    ['', {}, null],
    // The reader's word counts more than the device's.
    ['?light=off', { deviceMemory: 0.5, connection: { saveData: true } }, null],
    ['?light=perhaps', {}, null],
  ] as const)('for %s on %j: %s', (search, device, reason) => {
    expect(lightReason(search, device)).toBe(reason)
  })

  it('where no context for drawing can be had', () => {
    const page = (context: () => unknown) =>
      ({ createElement: () => ({ getContext: context }) }) as unknown as Document
    expect(canDraw(page(() => null))).toBe(false)
    expect(
      canDraw(
        page(() => {
          throw new Error('blocked')
        }),
      ),
    ).toBe(false)
    expect(canDraw(page(() => ({ getExtension: () => null })))).toBe(true)
  })

  it('as the head of the page asks too, which has the text of these functions only', () => {
    for (const own of [lightReason, canDraw]) {
      const alone = new Function(`return (${own})`)()
      expect(alone('?light', {})).toBe(own === lightReason ? 'asked' : false)
    }
  })
})
