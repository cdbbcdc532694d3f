/** The part of gifenc that is used; the package comes without types. */
declare module 'gifenc/dist/gifenc.esm.js' {
  /** red, green, blue of each colour, 0–255 */
  export type Palette = number[][]
  export function GIFEncoder(): {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: {
        palette: Palette
        /** milliseconds */
        delay: number
        transparent?: boolean
        transparentIndex?: number
        /** 1: the next frame is drawn over this one */
        dispose?: number
      },
    ): void
    finish(): void
    bytes(): Uint8Array
  }
  /** @param rgba four bytes a pixel */
  export function quantize(rgba: Uint8Array, colours: number): Palette
  /** @returns the index of the nearest colour for each pixel */
  export function applyPalette(rgba: Uint8Array, palette: Palette): Uint8Array
}
