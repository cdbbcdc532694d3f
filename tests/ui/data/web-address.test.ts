import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { webAddress } from '../../../src/ui/data/web-address.ts'

describe('an address', () => {
  it('is followed when it leads to a web page', () => {
    expect(webAddress('https://example.org/a?b=c')).toBe('https://example.org/a?b=c')
    expect(webAddress('http://example.org')).toBe('http://example.org/')
    expect(webAddress('https://7al.net/أخبار')).toMatch(/^https:\/\/7al\.net\/%D8/)
  })

  it('never runs anything', () => {
    for (const bad of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'java\nscript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://example.org/1',
      '//example.org',
      '/path',
      'example.org',
      '',
    ])
      expect(webAddress(bad), bad).toBeNull()
    expect(webAddress(null)).toBeNull()
  })

  it('is http or https or nothing, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (text) => {
        const address = webAddress(text)
        if (address !== null) expect(address).toMatch(/^https?:\/\//)
      }),
    )
  })
})
