/** From a picture to the file that it is saved as: one way for the application and the command line. */
import { openRaster } from '../../still/raster.ts'
import type { PictureFile, PictureFormat } from './formats.ts'

/**
 * @param svg as `composePicture` makes it, with its text as outlines
 * @param about what programs show of a PDF
 * @param wasm the module of `@resvg/resvg-wasm`; an SVG needs none
 * @returns SVG as text, the other files as bytes
 * @throws Error when the module does not arrive, or the picture is too large for this device; or when a PDF is wanted
 *   of a format without paper
 */
export async function pictureFile(
  svg: string,
  file: PictureFile,
  { width, ratio, paper, id }: PictureFormat,
  about: { title: string; language: string },
  wasm: () => Promise<BufferSource | Response>,
): Promise<Uint8Array | string> {
  if (file === 'svg') return svg
  if (file === 'pdf' && !paper) throw new Error(`a PDF needs a format with a paper size; "${id}" has none`)
  const png = (await openRaster(wasm)).png(svg, Math.round(width * ratio))
  if (file === 'png') return png
  const { pdfOf } = await import('../../still/pdf.ts')
  return pdfOf(png, ...paper!, { ...about, author: about.title })
}
