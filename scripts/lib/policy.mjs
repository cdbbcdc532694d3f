/**
 * What the pages of the map may do, as a Content-Security-Policy: nothing but what comes from where they come from.
 * Inline scripts and style sheets are allowed one by one, by the hash of their text; scripts that hold data only never
 * run. The build writes the policy into the page, so that it holds on any web server; `npm start` sends it as a header
 * too.
 */
import { createHash } from 'node:crypto'

/** Style sheets that the interface library (react-aria) writes into the page, word for word. */
export const LIBRARY_STYLES = [
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
]

const SCRIPT = /<script(?![^>]*\s(?:src=|type=.application\/(?:ld\+)?json))[^>]*>([\s\S]*?)<\/script>/g
const STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g

/** What a host adds to the map from elsewhere (tiles.json), as the page names it: origins, apart by spaces. */
const HOSTS = /<meta name="tile-hosts" content="([^"]*)"/

/** @param html a whole page @returns its policy */
export function policyOf(html) {
  const [, hosts = ''] = HOSTS.exec(html) ?? []
  const inside = (element) => [...html.matchAll(element)].map(([, text]) => text)
  return [
    "default-src 'none'",
    // Pictures to save are set and drawn by WebAssembly; text that becomes a script stays forbidden.
    ["script-src 'self' 'wasm-unsafe-eval'", ...inside(SCRIPT).map(hashOf)].join(' '),
    ["style-src 'self'", ...[...LIBRARY_STYLES, ...inside(STYLE)].map(hashOf)].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${hosts}`.trim(),
    "worker-src 'self'",
    "manifest-src 'self'",
    // Pages of days lie deeper than the files that they share.
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ')
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
