/** The worker's side of the protocol, without the worker. */
import { openBundle } from './bundle.ts'
import type { Step } from './compiler.ts'
import { openProposalCompiler, type ProposalCompiler } from './proposal-compiler.ts'
import type { Question, Reply } from './protocol.ts'

/**
 * @param fetchText fetches the data folder, and tells what share of it has arrived
 * @returns a function that answers one question after the other; it never rejects
 */
export function createAnswers(
  fetchText: (url: string, onShare: (share: number | null) => void) => Promise<string>,
) {
  let compiler: ProposalCompiler | null = null
  return async (question: Question, reply: (reply: Reply) => void): Promise<void> => {
    const { number } = question
    const onStep = (step: Step, share: number | null) => reply({ number, step, share })
    try {
      if (question.ask === 'open') {
        onStep('fetch', 0)
        const text = await fetchText(question.url, (share) => onStep('fetch', share))
        onStep('read', null)
        const { folder, root } = openBundle(JSON.parse(text))
        compiler = openProposalCompiler(folder, root, onStep)
        reply({ number, answer: compiler.opened })
      } else if (!compiler) throw new Error('the data folder is not open')
      else if (question.ask === 'preview')
        reply({ number, answer: compiler.preview(question.proposal, onStep) })
      else reply({ number, answer: compiler[question.ask](question.proposal) })
    } catch (error) {
      reply({ number, error: error instanceof Error ? error.message : String(error) })
    }
  }
}
