/** Every export is made from the frozen atlas, without a page. What GDAL reads of them: tests/formats/gdal.test.ts. */
import { describe, expect, it } from 'vitest'
import { EXPORTS } from '../../../src/ui/exports/registry.ts'
import { exportSource } from './source.ts'

describe.each(EXPORTS)('the export $id', ({ format, load }) => {
  it('says something of the day, or of the stretch, under a name that a file may have', async () => {
    const { default: make } = await load()
    const source = exportSource('en')
    const ofDay = await make(source)
    const ofStretch = await make({ ...source, days: { from: source.day - 6, to: source.day } })
    for (const made of [ofDay, ofStretch]) {
      expect(made?.name).toMatch(/^[a-z0-9-]+$/i)
      expect(made?.name).toContain('2024-')
      expect(made?.content.length).toBeGreaterThan(format === 'CSV' ? 200 : 10_000)
    }
    expect(ofDay?.content).not.toEqual(ofStretch?.content)
  })

  it('has names in the language of the reader', async () => {
    const { default: make } = await load()
    const read = async (language: 'en' | 'ar') => {
      const content = (await make(exportSource(language)))!.content
      return typeof content === 'string' ? content : new TextDecoder().decode(content)
    }
    const letters = async (language: 'en' | 'ar') =>
      (await read(language)).match(/[\u0600-\u06ff]/g)?.length ?? 0
    expect(await letters('ar')).toBeGreaterThan((await letters('en')) + 20)
  })
})
