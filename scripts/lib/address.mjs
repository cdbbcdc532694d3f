/** The address under which readers reach a map, as somebody types it. */
import { Failure } from './failure.mjs'

/** @returns the address, ending in a slash. @throws Failure when it is none */
export function readAddress(text) {
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
    throw new Failure(`--address needs a whole address, such as https://maps.example/front/, got "${text}".`)
  return url.href.replace(/\/*$/, '/')
}
