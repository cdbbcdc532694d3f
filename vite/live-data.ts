/**
 * While developing, the open map follows the data: a file of a data folder that is saved is compiled in memory, and the
 * page is told. Where nothing but claims was saved it replaces what follows from them (src/ui/follow-saved.ts), else it
 * loads itself again at the view that it shows. What is wrong stands over the map with file and line, until it is
 * right. Nothing is written: that is what `npm run compile` is for.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { ViteDevServer } from 'vite'
import { formatProblem } from '../src/compile/read/problem.ts'
import { SAVED, type Saved } from '../src/ui/data/atlas-list.ts'
import type { Answer } from './compile-service.ts'

/** Editors write a file in several steps; this long after the last one it is read, milliseconds. */
const SETTLED_MS = 60
/** Made by the compiler. */
const COMPILED = /^(atlas|fronts|zones)\//
/** Readers get these as they are, whatever the compiler makes of the rest. */
const AS_THEY_ARE = /^(stories|events|positions)\/|^(corrections|weaknesses)\.json$/
/** What is claimed; all that is made from the base map stays as it is. */
const CLAIMED = /^claims\//
/** Files of one folder alone; the others may be lent to further atlases. */
const OWN = /^(claims|stories|events|positions|chapters)\/|^(conflict|bands|corrections|weaknesses)\.json$/

/** What the compiler made of each folder since it was last saved, by path of the folder: texts by path within it. */
export type Compiled = Map<string, Map<string, string>>

/**
 * @param folders of the atlases, absolute
 * @param changed is told what the compiler made, and whether nothing but claims was saved, before the page is told
 * @param addressOf where the page finds what is made of a folder
 */
export function followData(
  server: ViteDevServer,
  folders: readonly string[],
  changed: (compiled: Compiled, onlyClaims: boolean) => void,
  addressOf: (folder: string) => string,
) {
  const { hot } = server.environments.client
  const compiled: Compiled = new Map()
  const waiting = new Set<string>()
  /** What is wrong, by folder. */
  const wrong = new Map<string, string[]>()
  let service: ChildProcess | null = null
  let busy = false
  let onlyClaims = true
  /** compiled only so that the next time takes less */
  let rehearsed: string | null = null
  let timer: NodeJS.Timeout | undefined

  /** @param claimed folder of which nothing but claims was saved, as far as that is known */
  function renew(claimed: string | null) {
    changed(compiled, onlyClaims)
    if (claimed && onlyClaims) {
      const data: Saved = { data: addressOf(claimed) }
      hot.send({ type: 'custom', event: SAVED, data })
    } else hot.send({ type: 'full-reload' })
    onlyClaims = true
  }

  function tell() {
    const lines = [...wrong.values()].flat()
    if (lines.length === 0) return
    const more = lines.length > 12 ? `\n… and ${lines.length - 12} more` : ''
    const message = `The data are not right; the map shows them as they last were.\n\n${lines.slice(0, 12).join('\n')}${more}`
    hot.send({ type: 'error', err: { message, stack: '', plugin: 'npm run check' } })
  }

  function receive({ folder, problems, files }: Answer) {
    if (!problems) {
      const known = compiled.get(folder)
      for (const [path, text] of files ?? []) known?.set(path, text)
      return
    }
    busy = false
    const errors = problems.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) {
      const at = relative(server.config.root, folder)
      wrong.set(
        folder,
        errors.map((problem) => formatProblem({ ...problem, file: join(at, problem.file) })),
      )
    } else wrong.delete(folder)
    const isChanged = folder !== rehearsed
    rehearsed = null
    if (files && isChanged && !waiting.has(folder)) {
      compiled.set(folder, new Map(files))
      renew(folder)
    }
    tell()
    ask()
  }

  function ask() {
    const [next] = waiting
    if (busy || next === undefined) return
    waiting.delete(next)
    busy = true
    service ??= fork(join(import.meta.dirname, 'compile-service.ts'), {
      // Room for what a compilation throws away at once: the collector would take a fifth of its time.
      execArgv: ['--import', 'tsx', '--max-semi-space-size=64'],
      serialization: 'advanced',
    })
      .on('message', receive)
      .on('exit', () => {
        service = null
        busy = false
        rehearsed = null
      })
    service.send(next)
  }

  // A folder that nobody compiled yet.
  for (const folder of folders) if (!existsSync(join(folder, 'atlas/atlas.json'))) waiting.add(folder)
  ask()
  server.watcher.add([...folders])
  server.watcher.on('all', (_, file) => {
    const folder = folders.findLast((folder) => file.startsWith(folder + sep))
    if (!folder) return
    const name = relative(folder, file).replaceAll(sep, '/')
    onlyClaims &&= CLAIMED.test(name)
    if (COMPILED.test(name)) {
      // Somebody compiled: what is on the disk is the truth again.
      compiled.delete(folder)
      wrong.delete(folder)
    } else for (const one of OWN.test(name) ? [folder] : folders) waiting.add(one)
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (COMPILED.test(name) || AS_THEY_ARE.test(name)) renew(null)
      ask()
    }, SETTLED_MS)
  })
  // A page that is opened, or loaded again, while something is wrong.
  hot.on('connection', tell)
  // The first compilation takes several times as long as the next ones: it is done before somebody waits for it.
  hot.on('connection', () => {
    if (service || busy || waiting.size > 0) return
    rehearsed = folders[0]
    waiting.add(folders[0])
    ask()
  })
  server.httpServer?.on('close', () => service?.kill())
}
