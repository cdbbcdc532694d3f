/**
 * Pages and pictures that are drawn when somebody asks for them, by a process beside the server (scripts/site/service.ts).
 * What was drawn is kept as long as there is room; pictures are drawn one after the other, and when too many wait the rest
 * is refused.
 */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from './root.mjs'

/** Bytes of drawn pages and pictures that are kept. */
const ROOM = 64 << 20
/** Pictures that may wait for their turn. */
const WAITING = 12
/** A process that has not answered by then is given up, milliseconds. */
const PATIENCE_MS = 60_000

/** Too many pictures wait already. */
export class Busy extends Error {}

/**
 * @param ask draws what is asked for: a promise of a Buffer, null when there is no such thing
 * @param limits for tests
 */
export function createDrawing(ask, { room = ROOM, waiting = WAITING } = {}) {
  /** by key, the one used last at the end */
  const kept = new Map()
  const underway = new Map()
  let held = 0
  let queue = Promise.resolve()
  let queued = 0

  function keep(key, content) {
    if (!content || content.length > room) return
    kept.set(key, content)
    held += content.length
    for (const [oldest, { length }] of kept) {
      if (held <= room) break
      kept.delete(oldest)
      held -= length
    }
  }

  /** One after the other. */
  function inTurn(work) {
    if (queued >= waiting) throw new Busy()
    queued++
    const turn = queue.then(work).finally(() => queued--)
    queue = turn.catch(() => {})
    return turn
  }

  return {
    /** bytes that are kept */
    held: () => held,
    /** @returns a Buffer, null when there is no such thing. @throws Busy, or what drawing throws */
    async draw(question) {
      const key = JSON.stringify(question)
      const have = kept.get(key)
      if (have) {
        kept.delete(key)
        kept.set(key, have)
        return have
      }
      // The same thing asked for twice is drawn once.
      const drawing =
        underway.get(key) ??
        (question.what === 'picture' ? inTurn(() => ask(question)) : ask(question)).finally(() =>
          underway.delete(key),
        )
      underway.set(key, drawing)
      const content = await drawing
      if (!kept.has(key)) keep(key, content)
      return content
    },
  }
}

/**
 * Starts the process that draws.
 * @returns paths of all pages, what draws, and what ends the process; draws again with a new process after one that ended
 */
export async function startDrawing(geodata, dist, address) {
  let number = 0
  const asked = new Map()
  let child = null

  function start() {
    const args = ['--geodata', geodata, '--dist', dist, '--address', address]
    const made = fork(join(ROOT, 'scripts/site/service.ts'), args, {
      cwd: ROOT,
      execArgv: ['--import', 'tsx'],
    })
    made.on('message', ({ number, text, error }) => {
      const waiting = asked.get(number)
      asked.delete(number)
      clearTimeout(waiting?.timer)
      if (error !== undefined) waiting?.reject(new Error(error))
      else waiting?.resolve(text)
    })
    made.on('exit', () => {
      if (child === made) child = null
      for (const { reject, timer } of asked.values()) {
        clearTimeout(timer)
        reject(new Error('The process that draws ended.'))
      }
      asked.clear()
    })
    child = made
  }

  function answerTo(number) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => child?.kill('SIGKILL'), PATIENCE_MS)
      asked.set(number, { resolve, reject, timer })
    })
  }

  async function ask(question) {
    if (!child) {
      start()
      await answerTo(0)
    }
    const answer = answerTo(++number)
    child.send({ ...question, number })
    const text = await answer
    return text === undefined ? null : Buffer.from(text, question.what === 'picture' ? 'base64' : 'utf8')
  }

  start()
  const { paths } = JSON.parse(await answerTo(0))
  return {
    paths: new Set(paths),
    ...createDrawing(ask),
    close() {
      child?.kill()
    },
  }
}
