/** The worker that keeps the map, in a browser of its own making; that a real one opens the map with it is in tests/browser/travel.test.ts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { beforeEach, describe, expect, it } from 'vitest'
import { entriesOfPath } from '../../src/link/path.ts'
import { ROOT } from '../architecture/modules.ts'

const HOME = 'https://maps.example/front/'
const CODE = readFileSync(join(ROOT, 'vite/offline-worker.js'), 'utf8')

class Cache {
  entries = new Map<string, Response>()
  constructor(private readonly reach: (url: string) => Promise<Response>) {}
  async addAll(requests: Request[]) {
    const found = await Promise.all(requests.map(({ url }) => this.reach(url)))
    found.forEach((response, i) => {
      this.entries.set(requests[i].url, response)
    })
  }
  async match(url: string, { ignoreSearch = false } = {}) {
    return this.entries.get(ignoreSearch ? url.replace(/\?.*/, '') : url)?.clone()
  }
  async put(url: string, response: Response) {
    this.entries.set(url, response)
  }
}

let online = true
let waits = true
/** paths of the pages that are open */
let open: string[] = []
let asked: string[] = []
let caches: Map<string, Cache>
const listeners: Record<string, (event: object) => void> = {}

/** A server that answers with the address that it was asked for. */
async function reach(request: Request | string): Promise<Response> {
  const url = typeof request === 'string' ? request : request.url
  if (!online) throw new TypeError('no network')
  asked.push(url)
  return new Response(url)
}

async function event(name: string, more: object = {}) {
  let work: Promise<unknown> = Promise.resolve()
  const wait = (promise: Promise<unknown>) => {
    work = promise
  }
  listeners[name]({ waitUntil: wait, respondWith: wait, ...more })
  return (await work) as Response | undefined
}

const ask = (path: string, mode = 'cors', method = 'GET') =>
  event('fetch', {
    request: Object.defineProperty(new Request(new URL(path, HOME), { method }), 'mode', { value: mode }),
  })

beforeEach(async () => {
  online = true
  waits = true
  caches = new Map()
  const build = {
    version: 'b',
    files: ['', 'assets/a-1.js', 'data/atlas/atlas.json'],
    later: ['assets/pictures-1.wasm'],
  }
  runInNewContext(`const BUILD = ${JSON.stringify(build)}\nconst entriesOfPath = ${entriesOfPath}\n${CODE}`, {
    URL,
    URLSearchParams,
    Request,
    Response,
    Promise,
    location: new URL('offline.js', HOME),
    clients: {
      claim: async () => {},
      matchAll: async () => open.map((path) => ({ url: new URL(path, HOME).href })),
    },
    skipWaiting: async () => {
      waits = false
    },
    fetch: reach,
    addEventListener: (name: string, listener: (event: object) => void) => {
      listeners[name] = listener
    },
    caches: {
      open: async (name: string) => {
        const cache = caches.get(name) ?? new Cache(reach)
        caches.set(name, cache)
        return cache
      },
      keys: async () => [...caches.keys()],
      delete: async (name: string) => caches.delete(name),
    },
  })
  await event('install')
  asked = []
})

describe('the worker', () => {
  it('leaves what is not of this map alone', async () => {
    expect(await ask('https://maps.example/other/a.js')).toBeUndefined()
    expect(await ask('data/atlas/atlas.json', 'cors', 'POST')).toBeUndefined()
  })

  it('asks the server first, but for files that never change', async () => {
    await ask('data/atlas/atlas.json')
    await ask('', 'navigate')
    expect(asked).toEqual([`${HOME}data/atlas/atlas.json`, HOME])
    expect(await (await ask('assets/a-1.js'))?.text()).toBe(`${HOME}assets/a-1.js`)
    expect(asked).toHaveLength(2)
  })

  it('gives what it kept when there is no server', async () => {
    online = false
    expect(await (await ask('data/atlas/atlas.json'))?.text()).toBe(`${HOME}data/atlas/atlas.json`)
    expect(await (await ask('?date=2024-12-05', 'navigate'))?.text()).toBe(HOME)
    expect(await (await ask('index.html?date=2024-12-05', 'navigate'))?.text()).toBe(HOME)
    expect((await ask('version.json'))?.type).toBe('error')
  })

  it('sends a page of a day to the first page, with the same in the query', async () => {
    online = false
    const sent = await ask('ar/d/2024-12-05/?hide=A&lang=en', 'navigate')
    const { origin, pathname, searchParams } = new URL(sent!.headers.get('location')!)
    expect(origin + pathname).toBe(HOME)
    expect(Object.fromEntries(searchParams)).toEqual({ date: '2024-12-05', hide: 'A', lang: 'en' })
  })

  it('keeps more only of its own build', async () => {
    await ask('assets/pictures-1.wasm')
    await ask('assets/of-another-build.js')
    online = false
    expect(await (await ask('assets/pictures-1.wasm'))?.text()).toBe(`${HOME}assets/pictures-1.wasm`)
    await expect(ask('assets/of-another-build.js')).rejects.toThrow('no network')
  })

  it('takes over from an earlier build when its reader asks for it, unless other pages of the map are open', async () => {
    const asked = async (data: string) => {
      let told = ''
      await event('message', { data, ports: [{ postMessage: (text: string) => (told = text) }] })
      return [waits, told]
    }
    open = ['', 'd/2024-12-05/']
    expect(await asked('take over')).toEqual([true, 'done'])
    open = ['', 'https://maps.example/other/']
    expect(await asked('something else')).toEqual([true, ''])
    expect(await asked('take over')).toEqual([false, 'done'])
  })

  it('drops earlier builds of this map, and nothing of other ones', async () => {
    for (const name of ['front-map /front/ a', 'front-map /other/ a', 'something else'])
      caches.set(name, new Cache(reach))
    await event('activate')
    expect([...caches.keys()]).toEqual(['front-map /front/ b', 'front-map /other/ a', 'something else'])
  })
})
