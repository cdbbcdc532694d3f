/** Writes a GIF: each frame has a palette of its own, and holds only the pixels that differ from the frame before. */
import { applyPalette, GIFEncoder, type Palette, quantize } from 'gifenc/dist/gifenc.esm.js'
import type { ClipSize, ClipWriter } from './contract.ts'

/** Of a palette of 256; one more stands for what stays as it was. */
const COLOURS = 255

export function openGif({ width, height, rate }: ClipSize): ClipWriter {
  const gif = GIFEncoder()
  const delay = 1000 / rate
  let before: Uint32Array | null = null
  return {
    async add(rgba) {
      const pixels = new Uint32Array(rgba.slice().buffer)
      const changed = changedFrom(before, pixels)
      const fresh = new Uint8Array(Uint32Array.from(changed, (at) => pixels[at]).buffer)
      const palette: Palette = fresh.length > 0 ? quantize(fresh, COLOURS) : [[0, 0, 0]]
      const still = palette.length
      const index = new Uint8Array(width * height).fill(still)
      applyPalette(fresh, palette).forEach((colour, i) => {
        index[changed[i]] = colour
      })
      gif.writeFrame(index, width, height, {
        palette: [...palette, [0, 0, 0]],
        delay,
        ...(before && { transparent: true, transparentIndex: still, dispose: 1 }),
      })
      before = pixels
    },
    async finish() {
      gif.finish()
      return new Uint8Array(gif.bytes())
    },
  }
}

/** @returns indexes of pixels; of all where there was no frame before */
function changedFrom(before: Uint32Array | null, pixels: Uint32Array): Uint32Array {
  const changed = new Uint32Array(pixels.length)
  let count = 0
  for (let at = 0; at < pixels.length; at++) if (!before || before[at] !== pixels[at]) changed[count++] = at
  return changed.subarray(0, count)
}
