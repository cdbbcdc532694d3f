/**
 * Gives the page our fonts, cut down to the letters that its readers meet (src/cli/font-cuts.ts). The whole files stay
 * at hand, and browsers fetch them only when a letter is drawn that the cut does not have (`unicode-range`). Addressed
 * as `@fonts/arabic-400.woff2` and so on; `.ttf` is for pictures.
 */
import type { Plugin } from 'vite'
import { cutFont, FONT_SCRIPTS, FONT_WEIGHTS } from '../src/cli/font-cuts.ts'

export function fonts(): Plugin {
  return {
    name: 'fonts',
    async config() {
      const alias: { find: RegExp; replacement: string }[] = []
      for (const script of FONT_SCRIPTS)
        for (const weight of FONT_WEIGHTS)
          for (const [format, ending] of [
            ['woff2', 'woff2'],
            ['sfnt', 'ttf'],
          ] as const) {
            const replacement = await cutFont(script, weight, format)
            // Not to its end: in modules a query follows.
            alias.push({ find: new RegExp(`^@fonts/${script}-${weight}\\.${ending}`), replacement })
          }
      return { resolve: { alias } }
    },
  }
}
