/** Both ways in which MapLibre comes into the build draw the map (see vite/maplibre.ts). */
import { afterAll, beforeAll, inject, it } from 'vitest'
import { serve } from '../../scripts/lib/serve.mjs'
import { expectGround } from './colour.ts'
import { buildFrozenMap } from './frozen-map.ts'
import { openMap } from './harness.ts'
import { linkTo, pointOf } from './places.ts'

let packaged: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  packaged = await serve(await buildFrozenMap('packaged'), [0])
})
afterAll(() => packaged?.close())

it.each(['source', 'packaged'])('%s', async (way) => {
  const site = way === 'packaged' ? packaged.url : inject('mapUrl')
  const page = await openMap(linkTo('hama', '2024-12-06'), { site })
  await expectGround(page, pointOf('hama'), 'HTS')
})
