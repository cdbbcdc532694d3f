/** Makes the file of a picture in a worker: a sheet of paper takes seconds, and the page goes on meanwhile. */
import raster from '@resvg/resvg-wasm/index_bg.wasm?url'
import { pictureFile } from '../../picture/file.ts'
import type { PictureFile, PictureFormat } from '../../picture/formats.ts'

/** What the worker is asked for. */
export interface PictureOrder {
  svg: string
  file: PictureFile
  format: PictureFormat
  about: { title: string; language: string }
  /** address of the rasteriser */
  wasm: string
}

export type PictureAnswer = { content: Uint8Array | string } | { error: string }

/**
 * @returns SVG as text, the other files as bytes
 * @throws Error as {@link pictureFile} does
 */
export async function makeFile(order: Omit<PictureOrder, 'wasm'>): Promise<Uint8Array | string> {
  const { svg, file, format, about } = order
  if (file === 'svg') return svg
  const wasm = new URL(raster, document.baseURI).href
  const answer = await asked({ ...order, wasm })
  // Where there is no worker, the page does it itself, and stands still for it.
  if (!answer) return pictureFile(svg, file, format, about, () => fetch(wasm))
  if ('error' in answer) throw new Error(answer.error)
  return answer.content
}

/** @returns `null` when the worker does not start */
function asked(order: PictureOrder): Promise<PictureAnswer | null> {
  let worker: Worker
  try {
    worker = new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return Promise.resolve(null)
  }
  return new Promise<PictureAnswer | null>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => resolve(data))
    worker.addEventListener('error', () => resolve(null))
    worker.postMessage(order)
  }).finally(() => worker.terminate())
}
