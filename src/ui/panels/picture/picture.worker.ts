/** Turns a picture into pixels beside the page, which goes on meanwhile. */
import { pictureFile } from '../../picture/file.ts'
import type { PictureAnswer, PictureOrder } from './make-file.ts'

addEventListener('message', async ({ data }: MessageEvent<PictureOrder>) => {
  const { svg, file, format, about, wasm } = data
  let answer: PictureAnswer
  try {
    answer = { content: await pictureFile(svg, file, format, about, () => fetch(wasm)) }
  } catch (error) {
    answer = { error: error instanceof Error ? error.message : String(error) }
  }
  postMessage(answer)
})
