/** Page and worker, without a browser: the worker's side runs here. */
import { describe, expect, it } from 'vitest'
import { openFolder } from '../../src/cli/open-folder.ts'
import { createAnswers } from '../../src/proposal/answers.ts'
import { bundleOf } from '../../src/proposal/bundle.ts'
import { openCompiler } from '../../src/proposal/open-compiler.ts'
import type { Port } from '../../src/proposal/protocol.ts'
import { eastferry, FOLDER, openMadeUp, proposal } from './made-up.ts'

const bundle = JSON.stringify(bundleOf(openFolder(FOLDER, [])))

/** Workers that answer from here; `lost` is what they are told to fetch and do not find. */
function workers(lost = false) {
  const begun: { ended: boolean }[] = []
  const start = (): Port => {
    const state = { ended: false }
    begun.push(state)
    const answer = createAnswers(async () => {
      if (lost) throw new Error('404')
      return bundle
    })
    let queue = Promise.resolve()
    const port: Port = {
      ask: (question) => {
        queue = queue.then(() =>
          answer(structuredClone(question), (reply) => !state.ended && port.onReply(structuredClone(reply))),
        )
      },
      onReply: () => {},
      onFailure: () => {},
      end: () => {
        state.ended = true
      },
    }
    return port
  }
  return { begun, start }
}

describe('the compiler in a worker', () => {
  it('tells how far it is, and answers as the one without', async () => {
    const steps: string[] = []
    const compiler = openCompiler('x', (step) => steps.push(step), workers().start)
    const given = proposal({ claims: [eastferry()] })
    expect(await compiler.opened).toEqual(openMadeUp().opened)
    expect([...new Set(steps)]).toEqual(['fetch', 'read', 'check', 'compile'])
    const own: string[] = []
    const preview = await compiler.preview(given, (step) => own.push(step))
    expect(own).toEqual(['check', 'compile', 'compare'])
    expect({ ...preview, ms: 0 }).toEqual({ ...openMadeUp().preview(given), ms: 0 })
    expect(await compiler.check(given)).toEqual(openMadeUp().check(given))
    expect((await compiler.handIn(given)).patch).toContain('+RW008,eastferry')
    expect(await compiler.compile(given)).toEqual(openMadeUp().compile(given))
  })

  it('ends at once when it is told to, and begins anew for the next question', async () => {
    const { begun, start } = workers()
    const compiler = openCompiler('x', undefined, start)
    await compiler.opened
    const given = new AbortController()
    const preview = compiler.preview(proposal({ claims: [eastferry()] }), () => given.abort(), given.signal)
    await expect(preview).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(begun).toEqual([{ ended: true }])
    expect((await compiler.check(proposal({}))).findings).toEqual([])
    expect(begun).toEqual([{ ended: true }, { ended: false }])
    compiler.close()
    expect(begun.every(({ ended }) => ended)).toBe(true)
    await expect(compiler.check(proposal({}))).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    )
  })

  it('says why it cannot be opened, and tries again when asked again', async () => {
    const { begun, start } = workers(true)
    const compiler = openCompiler('x', undefined, start)
    await expect(compiler.opened).rejects.toThrow('404')
    await expect(compiler.check(proposal({}))).rejects.toThrow('404')
    expect(begun).toHaveLength(2)
  })

  it('answers with the error when one question cannot be answered', async () => {
    const compiler = openCompiler('x', undefined, workers().start)
    await compiler.opened
    expect((await compiler.check('hostile' as never)).findings[0].rule).toBe('not-a-proposal')
  })
})
