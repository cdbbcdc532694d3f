/*
 * Keeps one build of the map, so that it opens without a network. What the server has comes first, as it would without this
 * worker; what is kept is only taken when the server is not reached. Files whose names hold a hash of their content are
 * the same wherever they come from. vite/offline.ts puts before this: const BUILD = { version, files, later }, const
 * entriesOfPath = …
 */
const SCOPE = new URL('./', location.href)
/** Several maps may lie on one host. */
const PREFIX = `front-map ${SCOPE.pathname} `
const CACHE = PREFIX + BUILD.version
const addressOf = (file) => new URL(file, SCOPE).href
const later = new Set(BUILD.later.map(addressOf))

addEventListener('install', (event) => event.waitUntil(keepAll()))
// A page that is open goes on with the build that it is of, until its reader wants the newer one. Where others are open
// too, this worker waits for the last of them: what they still fetch is of the older build.
addEventListener('message', (event) => event.waitUntil(takeOver(event)))
addEventListener('activate', (event) => event.waitUntil(dropOthers().then(() => clients.claim())))

async function keepAll() {
  const cache = await caches.open(CACHE)
  await cache.addAll(BUILD.files.map((file) => new Request(addressOf(file), { cache: 'no-cache' })))
}

async function takeOver({ data, ports }) {
  if (data !== 'take over') return
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (windows.filter(({ url }) => url.startsWith(SCOPE.href)).length < 2) await skipWaiting()
  ports[0]?.postMessage('done')
}

async function dropOthers() {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  )
}

addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || request.headers.has('range') || !url.href.startsWith(SCOPE.href)) return
  if (request.mode === 'navigate') event.respondWith(page(request, url))
  else if (url.href.startsWith(addressOf('assets/'))) event.respondWith(asset(request))
  else event.respondWith(fetch(request).catch(() => kept(url)))
})

async function kept(url) {
  const cache = await caches.open(CACHE)
  return (await cache.match(url.href, { ignoreSearch: true, ignoreVary: true })) ?? Response.error()
}

async function asset(request) {
  const cache = await caches.open(CACHE)
  const have = await cache.match(request.url, { ignoreVary: true })
  if (have) return have
  const response = await fetch(request)
  if (response.ok && later.has(request.url)) await cache.put(request.url, response.clone())
  return response
}

/** Only the first page is kept: those of days are the same program, and a link can say the same as a query. */
async function page(request, url) {
  try {
    return await fetch(request)
  } catch {
    const path = url.pathname.slice(SCOPE.pathname.length).replace(/^index\.html$/, '')
    if (path === '') return kept(SCOPE)
    const said = new URLSearchParams(url.search)
    for (const [key, value] of entriesOfPath(path)) if (!said.has(key)) said.set(key, value)
    return Response.redirect(`${SCOPE.href}?${said}`)
  }
}
