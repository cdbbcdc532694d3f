/** Compiles proposals beside the page, which goes on meanwhile. */
import { createAnswers } from './answers.ts'
import type { Question } from './protocol.ts'

const answer = createAnswers(async (url, onShare) => {
  const response = await fetch(url)
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status}`)
  // Of a file that is compressed on its way, the length that the server tells is not that of the text.
  const length = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length'))
  let arrived = 0
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, controller) {
      arrived += part.length
      onShare(length > 0 ? Math.min(1, arrived / length) : null)
      controller.enqueue(part)
    },
  })
  return new Response(response.body.pipeThrough(counted)).text()
})

let queue = Promise.resolve()
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  queue = queue.then(() => answer(data, (reply) => postMessage(reply)))
})
