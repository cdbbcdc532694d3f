/** Makes a moving picture of some days: the page draws one picture a day, a worker makes frames and the file of them. */
import raster from '@resvg/resvg-wasm/index_bg.wasm?url'
import type { Day } from '../../../chronicle/day.ts'
import type { ClipFile, ClipSize } from '../../clip/contract.ts'

/** What the worker is asked for, one after the other. */
export type ClipOrder =
  | { do: 'begin'; file: ClipFile; size: ClipSize; wasm: string }
  | { do: 'frame'; svg: string }
  | { do: 'finish' }

export type ClipAnswer = { done: true } | { content: Uint8Array<ArrayBuffer> } | { error: string }

export interface ClipRequest {
  /** first and last day, both inclusive */
  from: Day
  to: Day
  file: ClipFile
  size: ClipSize
  /** @returns SVG of that day */
  draw(day: Day): Promise<string>
  /** @param frames that are in the file */
  onProgress(frames: number): void
  signal: AbortSignal
}

/**
 * @returns bytes of the file; `null` when it was cancelled
 * @throws Error when a picture cannot be drawn, or the file not be made here
 */
export async function makeClip(request: ClipRequest): Promise<Uint8Array<ArrayBuffer> | null> {
  const { from, to, file, size, draw, onProgress, signal } = request
  const worker = new Worker(new URL('./clip.worker.ts', import.meta.url), { type: 'module' })
  const ask = (order: ClipOrder): Promise<ClipAnswer> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ClipAnswer>) =>
        'error' in data ? reject(new Error(data.error)) : resolve(data)
      worker.onerror = () => reject(new Error('the worker did not start'))
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      worker.postMessage(order)
    })
  try {
    await ask({ do: 'begin', file, size, wasm: new URL(raster, document.baseURI).href })
    for (let day = from; day <= to; day++) {
      const svg = await draw(day)
      signal.throwIfAborted()
      await ask({ do: 'frame', svg })
      onProgress(day - from + 1)
    }
    const answer = await ask({ do: 'finish' })
    return 'content' in answer ? answer.content : null
  } catch (error) {
    if (signal.aborted) return null
    throw error
  } finally {
    worker.terminate()
  }
}
