/** Opens the compiler of one data folder in a worker; what it answers is told in compiler.ts. */
import type { Compiler, OnStep, Opened } from './compiler.ts'
import type { Proposal } from './proposal.ts'
import type { Answers, Port, Question } from './protocol.ts'

/** Like {@link Compiler}, and what is of use to whoever compares with the command line. */
export interface WholeCompiler extends Compiler {
  /** @returns texts by path in the data folder, as `npm run compile` would write them; null when it would not */
  compile(proposal: Proposal): Promise<Map<string, string> | null>
}

interface Waiting {
  resolve(answer: never): void
  reject(error: Error): void
  onStep?: OnStep
}

/**
 * @param url absolute address of the bundle, see bundle.ts
 * @param onStep told how far the opening is
 * @param start begins a worker
 */
export function openCompiler(url: string, onStep?: OnStep, start: () => Port = startWorker): WholeCompiler {
  let port: Port | null = null
  let closed = false
  let numbers = 0
  const waiting = new Map<number, Waiting>()

  /** Ends the worker, and with it all that was asked of it. */
  const end = (reason: Error) => {
    port?.end()
    port = null
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }
  const post = <K extends keyof Answers>(port: Port, question: Omit<Question, 'number'>, onStep?: OnStep) =>
    new Promise<Answers[K]>((resolve, reject) => {
      const number = ++numbers
      waiting.set(number, { resolve, reject, onStep })
      port.ask({ ...question, number } as Question)
    })
  let opening: Promise<Opened> | null = null
  const open = (): { port: Port; opened: Promise<Opened> } => {
    if (port && opening) return { port, opened: opening }
    const fresh = start()
    fresh.onReply = (reply) => {
      const asked = waiting.get(reply.number)
      if ('step' in reply) return asked?.onStep?.(reply.step, reply.share)
      waiting.delete(reply.number)
      if ('error' in reply) asked?.reject(new Error(reply.error))
      else asked?.resolve(reply.answer as never)
    }
    fresh.onFailure = (message) => end(new Error(message))
    port = fresh
    opening = post<'open'>(fresh, { ask: 'open', url } as Omit<Question, 'number'>, onStep)
    // Who asks something hears of it there; who waits for `opened` does, too.
    opening.catch(() => {
      if (port === fresh) end(new Error('the compiler could not be opened'))
    })
    return { port: fresh, opened: opening }
  }
  const ask = async <K extends Exclude<keyof Answers, 'open'>>(
    what: K,
    proposal: Proposal,
    onStep?: OnStep,
    signal?: AbortSignal,
  ): Promise<Answers[K]> => {
    signal?.throwIfAborted()
    if (closed) throw aborted()
    const { port, opened } = open()
    const stop = () => end(aborted())
    signal?.addEventListener('abort', stop, { once: true })
    try {
      await opened
      signal?.throwIfAborted()
      return await post<K>(port, { ask: what, proposal } as Omit<Question, 'number'>, onStep)
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }
  const { opened } = open()
  return {
    opened,
    check: (proposal) => ask('check', proposal),
    preview: (proposal, onStep, signal) => ask('preview', proposal, onStep, signal),
    compile: (proposal) => ask('compile', proposal),
    handIn: (proposal) => ask('handIn', proposal),
    close() {
      closed = true
      end(aborted())
    },
  }
}

const aborted = () => new DOMException('The work was ended.', 'AbortError')

function startWorker(): Port {
  const worker = new Worker(new URL('./compiler.worker.ts', import.meta.url), { type: 'module' })
  const port: Port = {
    ask: (question) => worker.postMessage(question),
    onReply: () => {},
    onFailure: () => {},
    end: () => worker.terminate(),
  }
  worker.onmessage = ({ data }) => port.onReply(data)
  worker.onerror = (event) => port.onFailure(event.message || 'the worker did not start')
  return port
}
