/** Steps of a script: other programs, with their output kept quiet unless something goes wrong. */
import { spawn } from 'node:child_process'
import { Failure } from './failure.mjs'
import { ROOT } from './root.mjs'

/** Nothing is said about a step that takes less, in milliseconds. */
const QUIET_MS = 2000
/** How often a line is written where lines cannot be rewritten (a log file), in milliseconds. */
const LOG_MS = 10_000

/** How long a program may take to end when asked to, before it is ended, in milliseconds. npm likes to finish first. */
const PATIENCE_MS = 1500

/** Programs that run now, to be ended with this one. */
const running = new Set()
/** The signal that ended this program, if any: nothing new is begun then. */
let stopped = null
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = signal
    for (const child of running) child.kill(signal)
    setTimeout(() => {
      for (const child of running) child.kill('SIGKILL')
    }, PATIENCE_MS).unref()
  })
}

/**
 * Runs a program and waits for it.
 * @param loud pass its output on as it comes, instead of keeping it
 * @returns exit code and, unless loud, all that it printed
 */
export function run(command, args, { loud = false, env = {}, cwd = ROOT } = {}) {
  if (stopped) return Promise.resolve({ code: 1, signal: stopped, output: '' })
  return new Promise((resolve) => {
    // Only Windows needs a shell to find npm; elsewhere a shell would only stand between signals and the program.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', loud ? 'inherit' : 'pipe', loud ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    })
    running.add(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => {
      running.delete(child)
      resolve({ code: 127, signal: null, output: error.message })
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      resolve({ code: code ?? 1, signal: stopped ?? signal, output })
    })
  })
}

/** Runs a command of node_modules with this Node. */
export function runTool(path, args, options) {
  return run(process.execPath, [path, ...args], options)
}

/**
 * Does something that may take a while; after two seconds the elapsed time is shown.
 * @param label what is done, without a full stop: `Compiling the data`
 */
export async function step(label, work, out = process.stdout) {
  const began = Date.now()
  const seconds = () => `${((Date.now() - began) / 1000).toFixed(1)} s`
  let written = 0
  const timer = setInterval(() => {
    const elapsed = Date.now() - began
    if (elapsed < QUIET_MS) return
    if (out.isTTY) out.write(`\r${label} … ${Math.floor(elapsed / 1000)} s`)
    else if (elapsed >= written + (written === 0 ? QUIET_MS : LOG_MS)) {
      out.write(`${label} … ${Math.floor(elapsed / 1000)} s\n`)
      written = elapsed
    }
  }, 250)
  try {
    const result = await work()
    clearInterval(timer)
    if (Date.now() - began >= QUIET_MS) out.write(`${out.isTTY ? '\r' : ''}${label}: done in ${seconds()}\n`)
    return result
  } catch (error) {
    clearInterval(timer)
    out.write(`${out.isTTY ? '\r' : ''}${label}: failed after ${seconds()}\n`)
    throw error
  }
}

/** @throws Failure with what the program printed, when it did not end well */
export function assertWell({ code, signal, output }, advice) {
  if (signal) throw new Failure('Stopped.')
  if (code !== 0) throw new Failure(`${output.trim()}\n\n${advice}`)
}
