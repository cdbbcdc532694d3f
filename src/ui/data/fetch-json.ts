/** Fetches one file of data, and says which way it failed when it does. */

/** A file that did not arrive, or cannot be used. */
export class LoadError extends Error {
  readonly file: string
  readonly reason: 'not-reached' | 'not-found' | 'damaged' | 'outdated' | 'program'
  constructor(file: string, reason: LoadError['reason'], options?: ErrorOptions) {
    super(`${file}: ${reason}`, options)
    this.name = 'LoadError'
    this.file = file
    this.reason = reason
  }
}

/** A file of which nothing more arrives for this long is given up, milliseconds. However slow, it may take its time. */
export const STALL_MS = 15_000

/**
 * @param address of the folder that holds the file, ending in a slash
 * @returns the parsed JSON, not trusted
 * @throws LoadError
 */
export async function fetchJson(address: string, file: string): Promise<unknown> {
  const given = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const patience = () => {
    clearTimeout(timer)
    timer = setTimeout(() => given.abort(), STALL_MS)
  }
  patience()
  try {
    const response = await reached(file, () => fetch(address + file, { signal: given.signal }))
    if (!response.ok) throw new LoadError(file, response.status === 404 ? 'not-found' : 'not-reached')
    const text = await reached(file, () => textOf(response, patience))
    try {
      return JSON.parse(text)
    } catch (cause) {
      throw new LoadError(file, 'damaged', { cause })
    }
  } finally {
    clearTimeout(timer)
  }
}

async function reached<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    throw new LoadError(file, 'not-reached', { cause })
  }
}

/** @param onPart called for every part that arrives */
async function textOf({ body }: Response, onPart: () => void): Promise<string> {
  if (!body) return ''
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text
    onPart()
    text += value
  }
}
