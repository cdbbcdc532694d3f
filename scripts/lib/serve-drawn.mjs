/** Answers with what is drawn when it is asked for: pages, pictures, oEmbed documents. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Busy } from './drawing.mjs'
import { policyOf } from './policy.mjs'

const zip = promisify(gzip)
const TYPES = { page: 'text/html; charset=utf-8', picture: 'image/png', oembed: 'application/json' }
/** How long a picture may be taken for the same without asking, seconds: it only changes with the data. */
const PICTURE_AGE = 3600

/**
 * @param question what page-requests.mjs made of the request
 * @param headers that every answer has
 */
export async function serveDrawn(request, response, question, drawing, headers) {
  const plain = { 'Content-Type': 'text/plain; charset=utf-8', ...headers }
  let content
  try {
    content = await drawing.draw(question)
  } catch (error) {
    const busy = error instanceof Busy
    response.writeHead(busy ? 503 : 500, busy ? { ...plain, 'Retry-After': '15' } : plain)
    return response.end(
      busy ? 'Too many pictures are being drawn. Try again in a moment.' : 'This could not be drawn.',
    )
  }
  if (!content) {
    response.writeHead(404, plain)
    return response.end('Not found')
  }
  const { what } = question
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
  const all = {
    ...headers,
    'Content-Type': TYPES[what],
    'Cache-Control': what === 'picture' ? `max-age=${PICTURE_AGE}` : 'no-cache',
    ETag: etag,
    Vary: 'Accept-Encoding',
  }
  if (what === 'page') all['Content-Security-Policy'] = policyOf(content.toString())
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, all)
    return response.end()
  }
  const zipped = what !== 'picture' && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (zipped) {
    content = await zip(content)
    all['Content-Encoding'] = 'gzip'
  }
  response.writeHead(200, { ...all, 'Content-Length': content.length })
  response.end(request.method === 'HEAD' ? undefined : content)
}
