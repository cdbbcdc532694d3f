/** The command `clip`, over the frozen atlas: its frames are the pictures of their days. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GifReader } from 'omggif'
import { PNG } from 'pngjs'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { clip } from '../../src/cli/clip.ts'
import { picture } from '../../src/cli/picture.ts'
import { withFrozenFolder } from '../fixtures/frozen.ts'

const out = mkdtempSync(join(tmpdir(), 'clips-'))
afterAll(() => rmSync(out, { recursive: true }))

async function quietly<T>(work: () => Promise<T>): Promise<T> {
  const spies = (['log', 'error'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => {}),
  )
  try {
    return await work()
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

describe('the command clip', () => {
  it('draws every day of the stretch as the picture of that day', async () => {
    const [gif, png] = [join(out, 'two.gif'), join(out, 'last.png')]
    await quietly(() =>
      withFrozenFolder(async (data) => {
        const options = ['--format', 'link', '--geodata', data]
        expect(await clip(['?hide=SNA', '2024-12-07', '2024-12-08', '--out', gif, ...options])).toBe(0)
        expect(await picture(['?hide=SNA&date=2024-12-08', '--out', png, ...options])).toBe(0)
      }),
    )
    const reader = new GifReader(readFileSync(gif))
    expect([reader.width, reader.height, reader.numFrames()]).toEqual([1200, 630, 2])
    const { data } = PNG.sync.read(readFileSync(png))
    const shown = new Uint8Array(data.length)
    const off = [0, 1].map((frame) => {
      reader.decodeAndBlitFrameRGBA(frame, shown)
      let differing = 0
      for (let at = 0; at < data.length; at += 4)
        if ([0, 1, 2].some((part) => Math.abs(shown[at + part] - data[at + part]) > 24)) differing++
      return (4 * differing) / data.length
    })
    expect(off[1]).toBeLessThan(0.01)
    expect(off[0]).toBeGreaterThan(0.05)
  })

  it.each([
    [['', '2024-12-06', '2024-12-08', '--out', 'a.mp4'], /must end in .gif/],
    [['', '2024-12-06', '1999-01-01', '--out', 'a.gif'], /outside the range/],
    [['', '2024-12-06', 'soon', '--out', 'a.gif'], /YYYY-MM-DD/],
    [['', '2024-12-06', '2024-12-08', '--rate', '7', '--out', 'a.gif'], /2, 5, 10/],
  ])('refuses %j with a reason and writes nothing', async (args, reason) => {
    const file = join(out, args.at(-1)!)
    await expect(
      quietly(() => withFrozenFolder((data) => clip([...args.slice(0, -1), file, '--geodata', data]))),
    ).rejects.toThrow(reason)
    expect(existsSync(file)).toBe(false)
  })
})
