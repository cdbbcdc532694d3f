import { describe, expect, it } from 'vitest'
import { luminance, over } from '../../src/map/colour.ts'

describe('arithmetic', () => {
  it('lays one colour over another', () => {
    expect(over('#000000', '#ffffff', 0.5)).toBe('#808080')
    expect(over('#12ab9f', '#ffffff', 1)).toBe('#12ab9f')
    expect(over('#12ab9f', '#0a0b0c', 0)).toBe('#0a0b0c')
  })

  it('knows luminance', () => {
    expect(luminance('#ffffff')).toBeCloseTo(1)
    expect(luminance('#000000')).toBe(0)
    expect(luminance('#777777')).toBeCloseTo(0.184, 2)
  })
})
