/** A small server for a folder of public files, for this computer unless it is told otherwise. It may be left running. */
import { readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, resolve, sep } from 'node:path'
import { Failure } from './failure.mjs'
import { questionOf } from './page-requests.mjs'
import { policyOf } from './policy.mjs'
import { serveDrawn } from './serve-drawn.mjs'

const HOST = '127.0.0.1'
/** How this computer may be called in the Host header; another name that nobody gave means that somebody else's page sent the reader here. */
const NAMES = ['127.0.0.1', 'localhost', '[::1]']
const HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // Everything here is public, and pages may be shown inside others, even in a frame without an origin.
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
}
/** Compressed forms that the build lays beside files, best first (see vite/compress.ts). */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
]
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pmtiles': 'application/vnd.pmtiles',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
}

/** @returns whether the server now listens on the port; false when it is taken */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    const failed = (error) => (['EADDRINUSE', 'EACCES'].includes(error.code) ? resolve(false) : reject(error))
    server.once('error', failed)
    server.listen(port, host, () => {
      server.off('error', failed)
      resolve(true)
    })
  })
}

function refuse(response, status, text, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...HEADERS, ...headers })
  response.end(text)
}

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

/** @returns encodings that the browser takes, of ours, best first; a weight of 0 refuses one */
function accepted(header = '') {
  const asked = new Map(
    header.split(',').map((part) => {
      const [name, ...rest] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      return [name, Number(/^q=([\d.]+)$/.exec(rest[0] ?? '')?.[1] ?? 1)]
    }),
  )
  return ENCODINGS.filter(([name]) => (asked.get(name) ?? asked.get('*') ?? 0) > 0)
}

/** @returns the path that a request asks for, decoded; null when it makes no sense */
function pathOf({ url }) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
    if (path.includes('\0')) return null
    return path.endsWith('/') ? `${path}index.html` : path
  } catch {
    return null
  }
}

/**
 * @param folder absolute path
 * @param send the package of that name
 * @param names that the server answers to
 * @param pages gives what draws pages, and the address of the map; null where there is no such thing
 * @returns what answers one request
 */
function answerFrom(folder, send, names, pages) {
  return (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase()
    if (!names.includes(host))
      return refuse(response, 421, 'This server does not answer to that name; see --address.')
    if (!['GET', 'HEAD'].includes(request.method))
      return refuse(response, 405, 'This server gives out files and takes nothing.', { Allow: 'GET, HEAD' })
    const { drawing, address } = pages() ?? {}
    const question = drawing && questionOf(request.url, drawing.paths, address)
    if (question?.sendTo !== undefined)
      return refuse(response, 301, 'It is here now.', { Location: question.sendTo })
    if (question) return serveDrawn(request, response, question, drawing, HEADERS)
    const path = pathOf(request)
    const file = path && join(folder, path)
    // Looked for when it is asked for, so that the pages can be built again while they are served.
    if (!file?.startsWith(folder + sep) || !isFile(file)) return refuse(response, 404, 'Not found')
    // The last bytes, more of them than there are, are the whole file; `send` would refuse them.
    const last = /^bytes=-(\d+)$/.exec(request.headers.range ?? '')?.[1]
    if (Number(last) > statSync(file).size) delete request.headers.range
    // A part of a file is a part of its plain form.
    const [encoding, ending] = (request.headers.range
      ? []
      : accepted(request.headers['accept-encoding'])
    ).find(([, ending]) => isFile(file + ending)) ?? [null, '']
    const headers = { ...HEADERS, Vary: 'Accept-Encoding' }
    // The build puts a hash of the content into the names of assets; all other names may change their content.
    headers['Cache-Control'] = path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache'
    const type = TYPES[extname(path)]
    if (type) headers['Content-Type'] = type
    if (encoding) headers['Content-Encoding'] = encoding
    if (extname(path) === '.html') headers['Content-Security-Policy'] = policyOf(readFileSync(file, 'utf8'))
    send(request, (path + ending).split('/').map(encodeURIComponent).join('/'), {
      root: folder,
      index: false,
      cacheControl: false,
    })
      .on('headers', (response) => {
        for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      })
      .on('error', ({ status, headers }) => {
        // Too late for words: what has begun to arrive must not look whole.
        if (response.headersSent) return response.destroy()
        if (status === 416) return refuse(response, 416, 'This file has no such part.', headers)
        return refuse(response, 404, 'Not found')
      })
      .pipe(response)
  }
}

/**
 * Serves a folder.
 * @param folder absolute path
 * @param ports to try in turn; 0 takes any that is free
 * @param options `host`: address of this computer to listen on; `address`: under which readers reach the map, ending in a
 *   slash, if it is another one; `startDrawing`: gives, for that address, what draws pages when they are asked for
 * @returns the address and a function that ends the server
 * @throws Failure when none of the ports is free
 */
export async function serve(folder, ports, { host = HOST, address, startDrawing } = {}) {
  // Imported here and not above, because the packages may have been installed only just now.
  const { default: send } = await import('send')
  let pages = null
  /** Who comes before pages can be drawn waits for them: a page that will be there must not be said to be missing. */
  let starting = null
  const names = address ? [...NAMES, new URL(address).hostname] : NAMES
  const answer = answerFrom(resolve(folder), send, names, () => pages)
  const server = createServer(async (request, response) => {
    try {
      await starting
      await answer(request, response)
    } catch {
      // A file that vanished between two looks at it, while the pages are built again.
      if (response.headersSent) response.destroy()
      else refuse(response, 404, 'Not found')
    }
  })
  for (const port of ports) {
    if (!(await listen(server, port, host))) continue
    const url = address ?? `http://${HOST}:${server.address().port}/`
    if (startDrawing) {
      starting = startDrawing(url).then(
        (drawing) => {
          pages = { drawing, address: url }
        },
        // The map is there without pages of days, too.
        (error) => console.error(`Pages of days cannot be drawn: ${error.message}`),
      )
      await starting
    }
    return {
      url,
      close() {
        pages?.drawing.close()
        server.closeAllConnections()
        return new Promise((resolve) => server.close(resolve))
      },
    }
  }
  throw new Failure(
    ports.length === 1
      ? `Port ${ports[0]} is taken. Choose another with --port, or leave it out.`
      : `All ports from ${ports[0]} to ${ports.at(-1)} are taken. Choose another with --port.`,
  )
}
