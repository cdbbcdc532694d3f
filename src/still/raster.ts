/**
 * SVG to pixels, with resvg as WebAssembly: the same bytes in Node and in every browser. Text has to be outlines (see
 * outlines.ts): no font is ever asked for.
 */
import { initWasm, Resvg } from '@resvg/resvg-wasm'

export interface Raster {
  /**
   * @param svg as `drawStill` makes it
   * @param width of the PNG, pixels; the height follows
   * @throws Error when the SVG cannot be read
   */
  png(svg: string, width: number): Uint8Array
  /** @returns the same as four bytes a pixel, red, green, blue and opacity, row by row */
  pixels(svg: string, width: number): Uint8Array<ArrayBuffer>
}

let started: Promise<void> | null = null

/**
 * @param wasm the module of `@resvg/resvg-wasm`; loaded once, however often this is called
 * @throws Error when it does not arrive or does not run here
 */
export async function openRaster(wasm: () => Promise<BufferSource | Response>): Promise<Raster> {
  started ??= wasm().then(initWasm)
  try {
    await started
  } catch (error) {
    started = null
    throw error
  }
  const render = <T>(
    svg: string,
    width: number,
    read: (image: ReturnType<InstanceType<typeof Resvg>['render']>) => T,
  ): T => {
    const resvg = new Resvg(svg, {
      fitTo: { mode: 'width', value: width },
      font: { loadSystemFonts: false },
    })
    try {
      const image = resvg.render()
      try {
        return read(image)
      } finally {
        image.free()
      }
    } finally {
      resvg.free()
    }
  }
  return {
    png: (svg, width) => render(svg, width, (image) => image.asPng()),
    pixels: (svg, width) => render(svg, width, (image) => new Uint8Array(image.pixels)),
  }
}
