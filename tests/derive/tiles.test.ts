import { describe, expect, it } from 'vitest'
import { policyOf } from '../../scripts/lib/policy.mjs'
import { ownArchives, tileHosts } from '../../src/chronicle/tiles.ts'
import { folderInMemory } from '../../src/compile/read/folder.ts'
import { tilesOf } from '../../src/derive/atlas-files.ts'

const attribution = { en: '© Somebody' }
const of = (tiles: unknown, files: Record<string, string> = {}) =>
  tilesOf(folderInMemory({ ...files, 'tiles.json': JSON.stringify(tiles) }))

describe('relief and streets', () => {
  it('are none where nobody adds any, and pages then ask no other host', () => {
    expect(tilesOf(folderInMemory({}))).toBeUndefined()
    expect(policyOf('<head></head>')).toContain("connect-src 'self';")
  })

  it('come from the folder, or from hosts that the policy of the page then names', () => {
    const own = of(
      { streets: { pmtiles: 'tiles/streets.pmtiles', attribution } },
      { 'tiles/streets.pmtiles': '' },
    )
    expect([ownArchives(own), tileHosts(own)]).toEqual([['tiles/streets.pmtiles'], []])
    const far = of({
      relief: { pmtiles: 'https://b.example/relief.pmtiles', encoding: 'terrarium', attribution },
      streets: { style: 'https://a.example/style.json', hosts: ['https://c.example'], attribution },
    })
    expect(ownArchives(far)).toEqual([])
    const hosts = tileHosts(far)
    expect(hosts).toEqual(['https://a.example', 'https://b.example', 'https://c.example'])
    const policy = policyOf(`<meta name="tile-hosts" content="${hosts.join(' ')}">`)
    expect(policy).toContain(`connect-src 'self' ${hosts.join(' ')};`)
  })

  it.each([
    [
      'a file that is not there',
      { streets: { pmtiles: 'tiles/none.pmtiles', attribution } },
      'tiles/none.pmtiles, which is not in the folder',
    ],
    ['neither archive nor style', { relief: { attribution } }, '"relief" needs either "pmtiles" or "style"'],
    ['something else', { clouds: { pmtiles: 'a', attribution } }, 'has "clouds"'],
    ['no address', { streets: { style: 'style.json', attribution } }, 'is no address of a style'],
    ['no credit', { streets: { pmtiles: 'a' } }, 'tiles.json.streets.attribution is missing'],
    [
      'a host that could say more',
      { streets: { style: 'https://a.example/s', hosts: ["'unsafe-eval'"], attribution } },
      'hosts[0]',
    ],
  ])('are refused with %s', (_, tiles, message) => {
    expect(() => of(tiles)).toThrow(message)
  })
})
