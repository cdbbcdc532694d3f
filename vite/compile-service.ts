/** Compiles data folders for the development server, in a process of its own: the server answers meanwhile. */

import { createPathCompiler } from '../src/cli/build.ts'
import type { Problem } from '../src/compile/read/problem.ts'
import { atlasTexts, type Output } from '../src/compile/write/write.ts'

/** What the process is asked: the path of a folder. */
export type Question = string

export interface Answer {
  folder: string
  /** what is wrong with the folder; absent where files follow an earlier answer */
  problems?: Problem[]
  /** texts by path within the folder; null when something is wrong */
  files: [path: string, text: string][] | null
}

/** An open map needs the atlas and nothing else: the other files are made so much later, milliseconds. */
const REST_MS = 500

/** One for each folder: it remembers how it divided the ground. */
const compilers = new Map<string, ReturnType<typeof createPathCompiler>>()
/** Folders of which the other files are not made yet. */
const waiting = new Map<string, NodeJS.Timeout>()

const send = (answer: Answer) => process.send?.(answer)

process.on('message', (folder: Question) => {
  clearTimeout(waiting.get(folder))
  const compile = compilers.get(folder) ?? createPathCompiler()
  compilers.set(folder, compile)
  try {
    const { output, problems } = compile(folder)
    send({ folder, problems, files: output && atlasTexts(output) })
    if (output) waiting.set(folder, setTimeout(sendRest, REST_MS, folder, output))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const problem: Problem = { reason: 'not-compiled', severity: 'error', file: '.', line: 0, message }
    send({ folder, problems: [problem], files: null })
  }
})

function sendRest(folder: string, { files }: Output) {
  send({ folder, files: [...files] })
}
