/**
 * @param load work whose result stays the same; the arguments of the first call count
 * @returns a function that does the work when it is first called and remembers the result; after a failure the next call
 *   tries again
 */
export function once<Args extends unknown[], T>(
  load: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  let arriving: Promise<T> | null = null
  return (...args) => {
    arriving ??= load(...args).catch((error) => {
      arriving = null
      throw error
    })
    return arriving
  }
}
