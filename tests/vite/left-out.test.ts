import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { groundLayers, overlayLayers } from '../../src/map/basemap.ts'
import { labelLayers } from '../../src/map/label-layers.ts'
import { PALETTES } from '../../src/map/palette.ts'
import { LEFT_OUT, MISSING, MISSING_CODE, standIn } from '../../vite/left-out.ts'

describe('what is left out of MapLibre', () => {
  it('is part of it', () => {
    expect(LEFT_OUT.filter((path) => !existsSync(`node_modules/maplibre-gl/src/${path}`))).toEqual([])
  })

  it('is no kind of layer that the map draws', () => {
    const c = PALETTES.light
    const layers = [...groundLayers(c), ...overlayLayers(c), ...labelLayers(c, { first: 'en', second: 'ar' })]
    const kinds = new Set(layers.map(({ type }) => type as string).concat('custom', 'raster', 'hillshade'))
    expect(kinds.size).toBeGreaterThan(5)
    const drawers = [...kinds].map((kind) => `style/style_layer/${kind}_style_layer.ts`)
    expect(drawers.filter((path) => LEFT_OUT.includes(path))).toEqual([])
  })

  it('says what is missing when it is used, and is asked about without harm', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'left-out-'))
    const code = standIn(['default', 'isHeatmapStyleLayer', 'HeatmapStyleLayer'])
    writeFileSync(join(folder, 'missing.mjs'), MISSING_CODE)
    writeFileSync(join(folder, 'part.mjs'), code.replace(MISSING, './missing.mjs'))
    const module = await import(join(folder, 'part.mjs'))
    rmSync(folder, { recursive: true })
    expect(module.default).toBe('')
    expect(module.isHeatmapStyleLayer({})).toBe(false)
    expect(() => new module.HeatmapStyleLayer()).toThrow(/HeatmapStyleLayer.*MAPLIBRE=packaged/)
  })
})
