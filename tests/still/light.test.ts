import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { indexFaces } from '../../src/chronicle/face-index.ts'
import { periodAt } from '../../src/chronicle/history.ts'
import { rgbOf } from '../../src/map/colour.ts'
import { lookOf, PATTERN } from '../../src/map/looks.ts'
import { PALETTES, type Theme } from '../../src/map/palette.ts'
import { viewOf } from '../../src/still/camera.ts'
import { drawLight, type LightPicture } from '../../src/still/light.ts'
import { themed } from '../../src/still/themed.ts'
import { atlas, everybody, looks } from '../map/webgl/world.ts'
import { data, pixelsOf } from './scene.ts'

const NAMES = { type: 'FeatureCollection' as const, features: [] }
const LANGUAGES = [
  { languages: { first: 'en', second: 'ar' }, names: NAMES },
  { languages: { first: 'ar', second: 'en' }, names: NAMES },
]
const faces = indexFaces(atlas)

/** The picture as a file of its own, in one theme. */
function fileOf(picture: LightPicture, theme: Theme): string {
  const values = new Map(picture[theme].split(';').map((declared) => declared.split(':') as [string, string]))
  const content = picture.content.replace(/var\((--[^)]+)\)/g, (_, name) => values.get(name)!)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${picture.width}" height="${picture.height}" viewBox="${picture.box}">${content}</svg>`
}

describe('the light picture', () => {
  it.each([
    ['light', 0],
    ['dark', 9],
    ['light', 17],
  ] as const)('shows who holds what (%s, day %i)', async (theme, offset) => {
    const day = atlas.start + offset
    const picture = drawLight(data, day, LANGUAGES, 't')
    const { width, height } = picture
    const { data: pixels, width: row } = await pixelsOf(fileOf(picture, theme), Math.round(width))
    const [west, south, east, north] = data.bbox
    const view = viewOf({ lon: (west + east) / 2, lat: 0, zoom: picture.zoom }, width, 0)
    const top = view.project(west, north)[1]
    let [asked, right] = [0, 0]
    for (let x = 4; x < width - 4; x += 7) {
      for (let y = 4; y < height - 4; y += 7) {
        const at = placeOf(view, x, y + top, south, north)
        const face = faces.faceAt(...at)
        if (face < 0) continue
        const look = lookOf(periodAt(atlas.faces[face].history, day), looks, everybody, PALETTES[theme].paper)
        if (look.pattern !== PATTERN.none) continue
        asked++
        const p = 4 * (y * row + x)
        const seen = [pixels[p], pixels[p + 1], pixels[p + 2]]
        if (rgbOf(look.fill).every((part, i) => Math.abs(part - seen[i]) < 12)) right++
      }
    }
    expect(asked).toBeGreaterThan(1500)
    // The rest lies under fronts.
    expect(right / asked).toBeGreaterThan(0.94)
  })

  it('is light enough to be a part of the page', () => {
    const { content, light, dark } = drawLight(data, atlas.start, LANGUAGES, 't')
    // The base map, of which this atlas has none here, is as large again.
    expect(gzipSync(content + light + dark, { level: 9 }).length).toBeLessThan(9_000)
    expect(content).not.toMatch(/d="[^"]*\d\.\d/)
  })

  it('declares every property that it uses, and no id of another picture', () => {
    const one = drawLight(data, atlas.start + 9, LANGUAGES, 'one')
    const used = new Set([...(one.content + one.css).matchAll(/var\((--[^)]+)\)/g)].map(([, name]) => name))
    for (const name of used) expect(`${one.light}`).toContain(`${name}:`)
    const ids = [...one.content.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    for (const id of ids) expect(id).toMatch(/^one/)
  })
})

/** Longitude and latitude of a pixel; y is turned back by halving. */
function placeOf(
  view: ReturnType<typeof viewOf>,
  x: number,
  y: number,
  south: number,
  north: number,
): [number, number] {
  const [west, , east] = view.bounds
  let [low, high] = [south, north]
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2
    if (view.project(west, middle)[1] > y) low = middle
    else high = middle
  }
  return [west + (x / view.width) * (east - west), low]
}

describe('one drawing for two themes', () => {
  it('has a property where they differ, one for each pair', () => {
    const { markup, light, dark } = themed(
      '<a fill="#fff" d="M0"/><b fill="#fff" stroke="#111"/>',
      '<a fill="#000" d="M0"/><b fill="#000" stroke="#111"/>',
      'x',
    )
    expect(markup).toBe('<a fill="var(--x0)" d="M0"/><b fill="var(--x0)" stroke="#111"/>')
    expect([light, dark]).toEqual(['--x0:#fff', '--x0:#000'])
  })

  it('refuses drawings of different things', () => {
    expect(() => themed('<a fill="#fff"/>', '<b fill="#fff"/>', 'x')).toThrow(/differ/)
  })
})
