/** The server of `npm start`, as one that is left running. */
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LIBRARY_STYLES, policyOf } from '../../scripts/lib/policy.mjs'
import { serve } from '../../scripts/lib/serve.mjs'
import { ROOT } from '../architecture/modules.ts'

const folder = mkdtempSync(join(tmpdir(), 'front-map-'))
const PAGE = '<!doctype html><title>map</title><script>let day = 1</script><script src="./a.js"></script>'
const ATLAS = JSON.stringify({ days: Array.from({ length: 5000 }, (_, day) => day) })
const LARGE = Buffer.alloc(24 << 20, 'front')
let site: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'assets/a-1234.js'), 'export {}')
  writeFileSync(join(folder, 'data/atlas.json'), ATLAS)
  writeFileSync(join(folder, 'data/atlas.json.br'), brotliCompressSync(ATLAS))
  writeFileSync(join(folder, 'data/atlas.json.gz'), gzipSync(ATLAS))
  writeFileSync(join(folder, 'data/digits.csv'), '0123456789')
  writeFileSync(join(folder, 'data/empty.csv'), '')
  writeFileSync(join(folder, 'large.bin'), LARGE)
  writeFileSync(join(folder, '.secret'), 'secret')
  site = await serve(folder, [0])
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Asks as it stands: `fetch` would correct paths and headers that are wrong on purpose. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = new URL(site.url)
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, headers, method, agent: false },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part) => parts.push(part))
        response.on('error', reject)
        response.on('end', () =>
          resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
        )
      },
    )
    request.on('error', reject)
    request.end()
  })
}

const stillThere = async () => expect((await ask('/')).body.toString()).toBe(PAGE)

describe('what it gives out', () => {
  it('is what is there, with type and headers', async () => {
    const page = await ask('/')
    expect(page.body.toString()).toBe(PAGE)
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'content-security-policy': policyOf(PAGE),
    })
    const asset = await ask('/assets/a-1234.js?v=1')
    expect(asset.headers['cache-control']).toContain('immutable')
    expect(asset.headers['content-type']).toContain('text/javascript')
    expect((await ask('/data/empty.csv')).body.length).toBe(0)
  })

  it('has a policy that allows what is named here, and nothing else', () => {
    const sum = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    const allowed = Object.fromEntries(
      policyOf(`${PAGE}<style>p { color: red }</style>`)
        .split('; ')
        .map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
    )
    expect(allowed).toEqual({
      'default-src': ["'none'"],
      // WebAssembly draws pictures to save; `unsafe-eval`, which is text that becomes a script, it is not.
      'script-src': ["'self'", "'wasm-unsafe-eval'", sum('let day = 1')],
      'style-src': ["'self'", ...LIBRARY_STYLES.map(sum), sum('p { color: red }')],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'worker-src': ["'self'"],
      'manifest-src': ["'self'"],
      'base-uri': ["'self'"],
      'form-action': ["'none'"],
    })
  })

  it('has in its policy the style sheets that the interface library writes, as this version writes them', () => {
    const folder = join(ROOT, 'node_modules/react-aria/dist/private')
    const code = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs']
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join()
    const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(code)?.[1] ?? ''
    const written = [...code.matchAll(/textContent = `([^`]+)`\.trim\(\)/g)].map(([, text]) =>
      text.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute).trim(),
    )
    expect(written).toEqual(LIBRARY_STYLES)
  })

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['gzip;q=0.5, br;q=0', 'gzip'],
    ['identity', undefined],
    ['', undefined],
  ])('is compressed as the browser takes it: "%s"', async (accept, encoding) => {
    const { headers, body } = await ask('/data/atlas.json', { 'Accept-Encoding': accept })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers['content-type']).toBe('application/json')
    expect(headers.vary).toContain('Accept-Encoding')
    const plain = encoding === 'br' ? brotliDecompressSync(body) : encoding ? gunzipSync(body) : body
    expect(plain.toString()).toBe(ATLAS)
    if (encoding) expect(body.length).toBeLessThan(ATLAS.length / 2)
  })

  it('is not sent again to those who have it', async () => {
    const { headers } = await ask('/data/digits.csv')
    const again = await ask('/data/digits.csv', { 'If-None-Match': headers.etag! })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  it('to HEAD is the headers alone', async () => {
    const { status, headers, body } = await ask('/data/digits.csv', {}, 'HEAD')
    expect([status, headers['content-length'], body.length]).toEqual([200, '10', 0])
  })
})

describe('ranges', () => {
  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=-10', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=-99', 200, '0123456789', undefined],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-99999999999999999999', 206, '89', 'bytes 8-9/10'],
    ['bytes=9-2', 416, null, 'bytes */10'],
    ['bytes=10-', 416, null, 'bytes */10'],
    ['bytes=99999999999999999999-', 416, null, 'bytes */10'],
    ['bytes=a-b', 200, '0123456789', undefined],
    ['bytes=0-1,4-5', 200, '0123456789', undefined],
    ['lines=1-2', 200, '0123456789', undefined],
  ])('%s: %d', async (range, status, text, content) => {
    const answer = await ask('/data/digits.csv', { Range: range, 'Accept-Encoding': 'br' })
    expect([answer.status, answer.headers['content-range']]).toEqual([status, content])
    if (text !== null) expect(answer.body.toString()).toBe(text)
    await stillThere()
  })

  it('are parts of the plain file, whatever the browser could unpack', async () => {
    const { body, headers } = await ask('/data/atlas.json', { Range: 'bytes=0-7', 'Accept-Encoding': 'br' })
    expect([body.toString(), headers['content-encoding']]).toEqual(['{"days":', undefined])
  })
})

describe('what it refuses', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s', async (method) => {
    const { status, headers } = await ask('/', {}, method)
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '169.254.1.1'])(
    'a request for %s',
    async (host) => {
      expect((await ask('/', { Host: host })).status).toBe(421)
    },
  )

  it.each(['localhost', 'localhost:4173', '127.0.0.1:80', '[::1]:4173'])('not one for %s', async (host) => {
    expect((await ask('/', { Host: host })).status).toBe(200)
  })

  it.each([
    '/nothing.json',
    '/data',
    '/data/',
    '/../../etc/passwd',
    '/..%2f..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/data/%00',
    '/%',
    '/.secret',
    '//etc/passwd',
    '/data/atlas.json/x',
    `/${'a'.repeat(300)}`,
  ])('%s', async (path) => {
    const { status, body } = await ask(path)
    expect(status).toBe(404)
    expect(body.toString()).not.toMatch(/root:|secret/)
    await stillThere()
  })

  it('what is no request at all', async () => {
    const { port } = new URL(site.url)
    const said = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('nonsense\r\n\r\n'))
      socket.on('data', (data) => resolve(data.toString()))
    })
    expect(said).toContain('400')
    await stillThere()
  })
})

describe('left running', () => {
  /** Descriptors of this process that are open on the large file, where the system tells. */
  const open = () =>
    readdirSync('/proc/self/fd').filter((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).endsWith('large.bin')
      } catch {
        return false
      }
    }).length

  it.runIf(process.platform === 'linux')(
    'keeps no file open for downloads that were broken off',
    async () => {
      const { port } = new URL(site.url)
      for (let i = 0; i < 60; i++) {
        await new Promise<void>((resolve, reject) => {
          const request = httpRequest(
            { host: '127.0.0.1', port, path: '/large.bin', agent: false },
            (response) => {
              response.once('data', () => {
                response.destroy()
                resolve()
              })
            },
          )
          request.on('error', reject)
          request.end()
        })
      }
      await expect.poll(open).toBe(0)
      await stillThere()
    },
  )

  it('loses none of 200 readers at once', async () => {
    const asked = Array.from({ length: 200 }, (_, i) => ['/', '/data/atlas.json', '/data/digits.csv'][i % 3])
    const answers = await Promise.all(asked.map((path) => ask(path)))
    const sizes: Record<string, number> = {
      '/': PAGE.length,
      '/data/atlas.json': ATLAS.length,
      '/data/digits.csv': 10,
    }
    expect(answers.map(({ body }) => body.length)).toEqual(asked.map((path) => sizes[path]))
  })

  it('outlives a build underneath, and gives out what is there then', async () => {
    const other = mkdtempSync(join(tmpdir(), 'front-map-'))
    const [first, second] = [join(other, 'one'), join(other, 'two')]
    for (const [path, text] of [
      [first, 'one'],
      [second, 'two'],
    ]) {
      mkdirSync(path)
      writeFileSync(join(path, 'index.html'), text)
      writeFileSync(join(path, 'large.bin'), LARGE)
    }
    const pages = join(other, 'pages')
    symlinkSync(first, pages)
    const { url, close } = await serve(pages, [0])
    const text = async () => (await fetch(url)).text()
    expect(await text()).toBe('one')
    const download = fetch(`${url}large.bin`)
      .then((response) => response.arrayBuffer())
      .then(({ byteLength }) => byteLength)
    rmSync(pages)
    rmSync(first, { recursive: true })
    expect((await fetch(url)).status).toBe(404)
    symlinkSync(second, pages)
    expect(await text()).toBe('two')
    expect([LARGE.length, 0, 9]).toContain(await download)
    await close()
    rmSync(other, { recursive: true })
  })

  it('lets whoever comes before pages can be drawn wait for them', async () => {
    let early: Promise<Response> | undefined
    const own = await serve(folder, [0], {
      async startDrawing(address: string) {
        early = fetch(`${address}d/2024-12-05/`)
        // By the time that another server of this process has answered twice, this one has read what it was asked.
        for (let i = 0; i < 2; i++) await (await fetch(site.url)).text()
        return {
          paths: new Set(['d/2024-12-05/']),
          held: () => 0,
          draw: async () => Buffer.from(PAGE),
          close() {},
        }
      },
    })
    const response = await early!
    expect([response.status, await response.text()]).toEqual([200, PAGE])
    await own.close()
  })

  it('takes the next port when one is taken, and ends', async () => {
    const port = Number(new URL(site.url).port)
    await expect(serve(folder, [port])).rejects.toThrow(`Port ${port} is taken`)
    const second = await serve(folder, [port, 0])
    expect(second.url).not.toBe(site.url)
    await second.close()
    await expect(fetch(second.url)).rejects.toThrow()
  })
})
