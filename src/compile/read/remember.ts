/** What was made of a text is made again only when the text has changed: rules share files, and few change at a time. */

/**
 * @returns a function that makes something of a text, unless it made it of the same text, for the same key, the last
 * time; what it returns is shared, and nobody may change it
 */
export function remember<T>(): (key: string, text: string, make: () => T) => T {
  const known = new Map<string, { text: string; made: T }>()
  return (key, text, make) => {
    let entry = known.get(key)
    if (entry?.text !== text) {
      entry = { text, made: make() }
      known.set(key, entry)
    }
    return entry.made
  }
}
