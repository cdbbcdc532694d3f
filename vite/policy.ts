/** Writes the Content-Security-Policy into the built page, so that it holds on any web server. */
import type { Plugin } from 'vite'
import { policyOf } from '../scripts/lib/policy.mjs'

/** What the page declares of its letters has to be among its first bytes, the policy before any script. */
const CHARSET = /\s*<meta charset="utf-8"[^>]*>/g

export function policy(): Plugin {
  return {
    name: 'policy',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const meta = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}" />`
        return html
          .replace(CHARSET, '')
          .replace('<head>', `<head>\n    <meta charset="utf-8" />\n    ${meta}`)
      },
    },
  }
}
