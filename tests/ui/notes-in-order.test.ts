import { expect, it } from 'vitest'
import { type NoteId, notesInOrder } from '../../src/ui/shell/notes-in-order.ts'

const due = (...ids: NoteId[]) =>
  Object.fromEntries(
    (['link', 'base', 'newer', 'light', 'shared'] as const).map((id) => [id, ids.includes(id)]),
  ) as Record<NoteId, boolean>
const none = new Set<NoteId>()

it('shows one note at a time on a narrow page, and the next when it is closed', () => {
  const all = due('shared', 'newer', 'base', 'link')
  expect(notesInOrder(all, none, true)).toEqual(['link'])
  expect(notesInOrder(all, new Set<NoteId>(['link']), true)).toEqual(['base'])
  expect(notesInOrder(all, new Set<NoteId>(['link', 'base']), true)).toEqual(['newer'])
  expect(notesInOrder(all, none, false)).toEqual(['link', 'base', 'newer'])
})

it('says that a view was shared only where nothing more is to be said of it', () => {
  expect(notesInOrder(due('shared', 'newer'), none, false)).toEqual(['newer', 'shared'])
  expect(notesInOrder(due('shared', 'light'), none, false)).toEqual(['light'])
  expect(notesInOrder(due('shared', 'link'), new Set<NoteId>(['link']), true)).toEqual([])
})
