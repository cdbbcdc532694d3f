/** What a request for a drawn page, picture or oEmbed document asks for. Free of the server, so that it can be tried by itself. */

/** Keys of a link that change its picture; all others leave it as it is. */
const SEEN = 'date with beside mode split by hide only layers noposts kinds view theme lang'.split(' ')
/** A longer query is no view of a map. */
const LONGEST = 600
const PREVIEW = 'preview.png'
const OEMBED = 'oembed.json'

/** @returns the part of a query that is seen on a picture, in one order: pictures that are alike have one address */
export function pictureQuery(query) {
  if (query.length > LONGEST) return ''
  const said = new URLSearchParams(query)
  const kept = new URLSearchParams(SEEN.flatMap((key) => (said.has(key) ? [[key, said.get(key)]] : [])))
  return kept.size ? `?${kept}` : ''
}

/**
 * @param url as the request has it
 * @param paths of all pages, below the address of the map
 * @param address of the map, ending in a slash
 * @returns what to draw; a path to be sent to instead; null when it is no such request
 */
export function questionOf(url, paths, address) {
  if (!/^\/(?!\/)/.test(url) || !URL.canParse(url, 'http://localhost')) return null
  const { pathname, search, searchParams } = new URL(url, 'http://localhost')
  const path = pathname.slice(1).replace(/(^|\/)index\.html$/, '$1')
  if (paths.has(path)) return { what: 'page', path, query: pictureQuery(search) }
  // From where the reader is, since a proxy may have cut off what stands before.
  if (paths.has(`${path}/`)) return { sendTo: `${path.split('/').at(-1)}/${search}` }
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  if (!paths.has(folder)) return null
  const file = path.slice(folder.length)
  if (file === PREVIEW) return { what: 'picture', path: folder, query: pictureQuery(search) }
  return file === OEMBED ? oembedQuestion(folder, searchParams, paths, address) : null
}

/** As https://oembed.com has it: an address of the map, and how large the frame may be. */
function oembedQuestion(folder, asked, paths, address) {
  const pixels = (name) => {
    const value = Number(asked.get(name) ?? Number.NaN)
    return value > 0 ? { [name.slice(3)]: Math.round(value) } : {}
  }
  const question = {
    what: 'oembed',
    path: folder,
    query: '',
    most: { ...pixels('maxwidth'), ...pixels('maxheight') },
  }
  const url = asked.get('url')
  if (url === null) return question
  if (!url.startsWith(address)) return null
  const [path, query = ''] = url.slice(address.length).split(/(?=\?)/)
  return paths.has(path) ? { ...question, path, query: query.length > LONGEST ? '' : query } : null
}
