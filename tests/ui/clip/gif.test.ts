/** A GIF, decoded again: every frame has the colours that it was given. */
import { GifReader } from 'omggif'
import { describe, expect, it } from 'vitest'
import { openGif } from '../../../src/ui/clip/gif.ts'

const SIZE = { width: 40, height: 30, rate: 5 }
const [RED, BLUE, PAPER] = [
  [199, 113, 102],
  [134, 210, 204],
  [250, 250, 248],
]

/** @returns a frame whose columns up to `edge` have one colour, and the others another */
function frame(edge: number, left: number[], right: number[]): Uint8Array<ArrayBuffer> {
  const rgba = new Uint8Array(4 * SIZE.width * SIZE.height)
  for (let at = 0; at < SIZE.width * SIZE.height; at++)
    rgba.set([...(at % SIZE.width < edge ? left : right), 255], 4 * at)
  return rgba
}

describe('a GIF', () => {
  it('has one frame a day, each as long as the speed says and with its own colours', async () => {
    const frames = [frame(10, RED, BLUE), frame(25, RED, BLUE), frame(25, RED, BLUE), frame(30, PAPER, BLUE)]
    const gif = openGif(SIZE)
    for (const one of frames) await gif.add(one)
    const reader = new GifReader(Buffer.from(await gif.finish()))
    expect([reader.width, reader.height, reader.numFrames()]).toEqual([
      SIZE.width,
      SIZE.height,
      frames.length,
    ])
    const shown = new Uint8Array(4 * SIZE.width * SIZE.height)
    frames.forEach((wanted, i) => {
      // Hundredths of a second.
      expect(reader.frameInfo(i).delay).toBe(100 / SIZE.rate)
      reader.decodeAndBlitFrameRGBA(i, shown)
      const off = wanted.reduce((most, value, at) => Math.max(most, Math.abs(value - shown[at])), 0)
      expect(off, `frame ${i}`).toBeLessThanOrEqual(8)
    })
  })
})
