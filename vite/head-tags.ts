/** What the head of the page says of the atlases before any code runs: title, description, and the list of them. */
import type { HtmlTagDescriptor } from 'vite'
import type { ConflictFile } from '../src/compile/read/model.ts'
import type { AtlasEntry } from '../src/derive/atlases.ts'
import { ATLAS_LIST_ID } from '../src/ui/data/atlas-list.ts'

/**
 * @param first the atlas that the page opens with when its address names none
 * @param hosts origins that relief and streets come from, for the policy of the page (scripts/lib/policy.mjs)
 */
export function headTags(
  entries: readonly AtlasEntry[],
  first: ConflictFile,
  hosts: readonly string[] = [],
): HtmlTagDescriptor[] {
  const { title, description = {} } = first
  const texts = Object.values(description)
  const tag = {
    tag: 'meta',
    attrs: { name: 'tile-hosts', content: hosts.join(' ') },
    injectTo: 'head' as const,
  }
  return [
    ...(hosts.length ? [tag] : []),
    { tag: 'title', children: escaped(Object.values(title)[0]), injectTo: 'head' },
    ...(texts.length
      ? [{ tag: 'meta', attrs: { name: 'description', content: texts.join(' ') }, injectTo: 'head' as const }]
      : []),
    {
      tag: 'script',
      attrs: { type: 'application/json', id: ATLAS_LIST_ID },
      // A title could hold the end of a script.
      children: JSON.stringify(entries).replaceAll('<', '\\u003c'),
      injectTo: 'head',
    },
  ]
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
