/** Turns pictures into the frames of a moving one, beside the page, which goes on meanwhile. */
import { openRaster } from '../../../still/raster.ts'
import type { ClipWriter } from '../../clip/contract.ts'
import { openClip } from '../../clip/open-clip.ts'
import type { ClipAnswer, ClipOrder } from './make-clip.ts'

let clip: { writer: ClipWriter; pixels(svg: string): Uint8Array<ArrayBuffer> } | null = null

async function answerTo(order: ClipOrder): Promise<ClipAnswer> {
  if (order.do === 'begin') {
    const { file, size, wasm } = order
    const [writer, raster] = await Promise.all([openClip(file, size), openRaster(() => fetch(wasm))])
    // A picture of an odd height has one row more than the frame, and that is left away.
    const pixels = (svg: string) => raster.pixels(svg, size.width).slice(0, 4 * size.width * size.height)
    clip = { writer, pixels }
    return { done: true }
  }
  if (order.do === 'frame') {
    await clip!.writer.add(clip!.pixels(order.svg))
    return { done: true }
  }
  return { content: await clip!.writer.finish() }
}

addEventListener('message', async ({ data }: MessageEvent<ClipOrder>) => {
  try {
    postMessage(await answerTo(data))
  } catch (error) {
    postMessage({ error: error instanceof Error ? error.message : String(error) } satisfies ClipAnswer)
  }
})
