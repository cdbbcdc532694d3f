/**
 * What the pages of the map may do, as a Content-Security-Policy: nothing but what comes from where they come from.
 * Inline scripts are allowed one by one, by the hash of their text; those that hold data only never run. The build writes the policy into the page, so that
 * it holds on any web server; `npm start` sends it as a header too.
 */
import { createHash } from 'node:crypto'

/** @param html a whole page @returns its policy */
export function policyOf(html) {
  const inline = [
    ...html.matchAll(/<script(?![^>]*\s(?:src=|type=.application\/json))[^>]*>([\s\S]*?)<\/script>/g),
  ].map(([, text]) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  return [
    "default-src 'none'",
    // Pictures to save are set and drawn by WebAssembly; text that becomes a script stays forbidden.
    ["script-src 'self' 'wasm-unsafe-eval'", ...inline].join(' '),
    // The interface library writes a style sheet of its own into the page.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}
