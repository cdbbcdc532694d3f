/**
 * Writes the style sheet of the page into the page: what it arrives with (src/ui/first-picture) can be painted without
 * waiting for another file. Sheets of parts that come later stay files.
 */
import type { Plugin } from 'vite'

const SHEET = /\s*<link rel="stylesheet"[^>]*href="\.\/(assets\/index-[^"]+\.css)"[^>]*>/

export function inlineStyle(): Plugin {
  return {
    name: 'inline-style',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const [link, file] = SHEET.exec(html) ?? []
        if (!link) return
        const sheet = bundle[file]
        if (sheet?.type !== 'asset') throw new Error(`${file} is not part of the build`)
        // Addresses in it were meant from where it lay.
        const rules = String(sheet.source).replace(/url\((["']?)\.\//g, 'url($1./assets/')
        // Parts that come later ask for it once more, unless the page has a link to it: a disabled one fetches nothing.
        const kept = link.replace('<link', '<link disabled')
        return html
          .replace(link, kept)
          .replace('</title>', () => `</title>\n    <style>${rules.trim()}</style>`)
      },
    },
  }
}
