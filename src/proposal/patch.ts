/** A proposal as a patch of the repository. */
import { structuredPatch } from 'diff'
import type { Applied } from './apply-proposal.ts'

/** @returns what `git apply` takes in the root of the repository, and the paths that it changes */
export function patchOf({ texts }: Applied, root: string): { patch: string; files: string[] } {
  const changed = [...texts]
    .map(([name, texts]) => ({ path: pathOf(root, name), ...texts }))
    .filter(({ before, after }) => before !== after)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  return {
    patch: changed.map(({ path, before, after }) => filePatch(path, before, after)).join(''),
    files: changed.map(({ path }) => path),
  }
}

/** @returns the path of a file from the root of the repository: the steps of `../` of a name lead up from the folder */
export function pathOf(root: string, name: string): string {
  const steps: string[] = []
  for (const step of `${root}/${name}`.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function filePatch(path: string, before: string | null, after: string): string {
  const [old, fresh] = [before === null ? '/dev/null' : quoted(`a/${path}`), quoted(`b/${path}`)]
  const { hunks } = structuredPatch(path, path, before ?? '', after, undefined, undefined, { context: 3 })
  return [
    `diff --git ${quoted(`a/${path}`)} ${fresh}`,
    ...(before === null ? ['new file mode 100644'] : []),
    `--- ${old}`,
    `+++ ${fresh}`,
    ...hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
      `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
      ...lines,
    ]),
    '',
  ].join('\n')
}

/** Git writes paths with unusual letters as C strings. */
function quoted(path: string): string {
  if (/^[\x21-\x7e ]*$/.test(path) && !/["\\]/.test(path)) return path
  const bytes = [...new TextEncoder().encode(path)]
  const letter = (byte: number) =>
    byte < 0x20 || byte > 0x7e
      ? `\\${byte.toString(8).padStart(3, '0')}`
      : byte === 0x22 || byte === 0x5c
        ? `\\${String.fromCharCode(byte)}`
        : String.fromCharCode(byte)
  return `"${bytes.map(letter).join('')}"`
}
