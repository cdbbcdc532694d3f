/** The command `export`, over the frozen atlas. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { exportFile } from '../../src/cli/export.ts'
import { withFrozenFolder } from '../fixtures/frozen.ts'

const out = mkdtempSync(join(tmpdir(), 'exports-'))
afterAll(() => rmSync(out, { recursive: true }))

async function run(...args: string[]): Promise<number> {
  const spies = (['log', 'error'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => {}),
  )
  try {
    return await withFrozenFolder((folder) => exportFile([...args, '--geodata', folder]))
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

describe('the command export', () => {
  it('writes the file that the application would save, in the language asked for', async () => {
    const file = join(out, 'new', 'day.geojson')
    expect(await run('ground', '2024-12-05', '--lang', 'ar', '--out', file)).toBe(0)
    const { features } = JSON.parse(readFileSync(file, 'utf8'))
    expect(features[0].properties.date).toBe('2024-12-05')
    expect(features[0].properties.name).toMatch(/[\u0600-\u06ff]/)
    expect(await run('places', '2024-12-08', '2024-11-27', '--out', join(out, 'places.csv'))).toBe(0)
    expect(readFileSync(join(out, 'places.csv'), 'utf8')).toMatch(/^\uFEFFplace,/)
  })

  it('says what there is where something else is asked for, and writes nothing', async () => {
    const file = join(out, 'none')
    await expect(run('shapefile', '2024-12-05', '--out', file)).rejects.toThrow(/ground-kml/)
    await expect(run('ground', '1999-01-01', '--out', file)).rejects.toThrow(/outside the range/)
    await expect(run('ground', '2024-12-05', '--lang', 'xx', '--out', file)).rejects.toThrow(/there are: en/)
    await expect(run('ground', '2024-12-05', '--atlas', 'x', '--out', file)).rejects.toThrow(/no atlas/)
    expect(await run('ground', '--out', file)).toBe(2)
    expect(existsSync(file)).toBe(false)
  })
})
