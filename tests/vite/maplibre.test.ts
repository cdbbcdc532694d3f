import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { assertTried, TRIED } from '../../vite/maplibre.ts'

describe('the way in which MapLibre comes into the build', () => {
  it('is refused from sources that nobody tried, with a word on what to do', () => {
    expect(() => assertTried('source', '99.0.0')).toThrow(/99\.0\.0.*MAPLIBRE=packaged/s)
    expect(() => assertTried('packaged', '99.0.0')).not.toThrow()
    expect(() => assertTried('ready-made', TRIED[0])).toThrow('source or packaged')
  })

  it('from sources was tried with the version that is pinned', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(TRIED).toContain(dependencies['maplibre-gl'])
  })
})
