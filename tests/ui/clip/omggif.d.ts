/** The part of omggif that is used; the package comes without types. */
declare module 'omggif' {
  export class GifReader {
    constructor(bytes: Uint8Array)
    width: number
    height: number
    numFrames(): number
    /** `delay` in hundredths of a second */
    frameInfo(index: number): { delay: number }
    /** Draws over what is there, four bytes a pixel. */
    decodeAndBlitFrameRGBA(index: number, rgba: Uint8Array): void
  }
}
