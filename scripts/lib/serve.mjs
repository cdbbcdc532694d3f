/** A small server for a folder of files, for this computer only. */
import { createServer } from 'node:http'
import { Failure } from './failure.mjs'

const HOST = '127.0.0.1'

/** @returns whether the server now listens on the port; false when it is taken */
function listen(server, port) {
  return new Promise((resolve, reject) => {
    const failed = (error) => (['EADDRINUSE', 'EACCES'].includes(error.code) ? resolve(false) : reject(error))
    server.once('error', failed)
    server.listen(port, HOST, () => {
      server.off('error', failed)
      resolve(true)
    })
  })
}

/**
 * Serves a folder.
 * @param folder absolute path
 * @param ports to try in turn; 0 takes any that is free
 * @returns the address and a function that ends the server
 * @throws Failure when none of the ports is free
 */
export async function serve(folder, ports) {
  // Imported here and not above, because the packages may have been installed only just now.
  const { default: sirv } = await import('sirv')
  const files = sirv(folder, {
    // Looks for files when they are asked for, so that the pages can be built again while they are served.
    dev: true,
    etag: true,
    setHeaders(response, path) {
      // The build puts a hash of the content into the names of assets; all other names may change their content.
      response.setHeader(
        'Cache-Control',
        path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-cache',
      )
    },
  })
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain' })
      response.end('Not found')
    })
  })
  for (const port of ports) {
    if (!(await listen(server, port))) continue
    return {
      url: `http://${HOST}:${server.address().port}/`,
      close() {
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
