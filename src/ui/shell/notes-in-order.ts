/** Which notes stand on the page, and in what order: on a narrow page one at a time, so that the map is seen. */

/** The most urgent first: what of the link is not shown, what is missing, what waits, what map this is, whose view it is. */
const ORDER = ['link', 'base', 'newer', 'light', 'shared'] as const
export type NoteId = (typeof ORDER)[number]

/**
 * @param due whether each has something to say
 * @param closed those that the reader has closed
 * @returns what is shown, from the top
 */
export function notesInOrder(
  due: Readonly<Record<NoteId, boolean>>,
  closed: ReadonlySet<NoteId>,
  narrow: boolean,
): NoteId[] {
  // Whoever is told what of a link or which map is shown need not hear that the view was shared.
  const told = due.link || due.light
  const open = ORDER.filter((id) => due[id] && !closed.has(id) && !(id === 'shared' && told))
  return narrow ? open.slice(0, 1) : open
}
