/** For slips of the pen: the word that was probably meant. */

/** @returns ` (did you mean "x"?)` for the word that is nearest by changed letters, or nothing when none is near */
export function didYouMean(word: string, known: Iterable<string>): string {
  const most = Math.max(1, Math.floor(word.length / 3))
  let best = { distance: most + 1, candidate: '' }
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > most) continue
    const distance =
      candidate.toLowerCase() === word.toLowerCase() ? 0.5 : lettersBetween(word, candidate, best.distance)
    if (distance < best.distance) best = { distance, candidate }
  }
  return best.candidate ? ` (did you mean "${best.candidate}"?)` : ''
}

/** Letters to be changed, added, taken out or swapped with their neighbour (Damerau 1964); at least `most` when more. */
function lettersBetween(a: string, b: string, most: number): number {
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, i) => i)]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + Number(a[i - 1] !== b[j - 1])
      next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        next[j] = Math.min(next[j], before[j - 2] + 1)
    }
    if (Math.min(...next) >= most) return most
    before = row
    row = next
  }
  return row[b.length]
}
