/** Compiles data folders for the development server, in a process of its own: the server answers meanwhile. */

import { createPathCompiler } from '../src/cli/build.ts'
import type { Problem } from '../src/compile/read/problem.ts'

/** What the process is asked: the path of a folder. */
export type Question = string

export interface Answer {
  folder: string
  problems: Problem[]
  /** texts by path within the folder; null when something is wrong */
  files: [path: string, text: string][] | null
}

/** One for each folder: it remembers how it divided the ground. */
const compilers = new Map<string, ReturnType<typeof createPathCompiler>>()

process.on('message', (folder: Question) => {
  const compile = compilers.get(folder) ?? createPathCompiler()
  compilers.set(folder, compile)
  const answer: Answer = { folder, problems: [], files: null }
  try {
    const { output, problems } = compile(folder)
    answer.problems = problems
    answer.files = output && [...output.files]
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    answer.problems.push({ reason: 'not-compiled', severity: 'error', file: '.', line: 0, message })
  }
  process.send?.(answer)
})
