/** Finds programs of the system; installs them where that is possible without asking (Debian, Ubuntu). */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, step } from './step.mjs'

/**
 * @param names that the program goes by in the folders of PATH
 * @param elsewhere absolute paths at which other systems have it
 * @param flags that make it say what it is
 * @param says what it says then: a file of that name may be no more than a hint to install it from elsewhere
 * @returns path of the first that proves itself, or `null`
 */
export async function findProgram({ names, elsewhere = [], flags = ['--version'], says }) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const paths = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere]
  for (const path of paths.filter(existsSync)) {
    const { code, output } = await run(path, flags)
    if (code === 0 && says.test(output)) return path
  }
  return null
}

/**
 * @param label what the packages are called when people are told of it
 * @param choices lists of packages, the best first: not every distribution has every package
 */
export async function installPackages(label, ...choices) {
  const root = process.getuid?.() === 0
  const prefix = root ? [] : ['sudo', '-n']
  if (!root && (await run('sudo', ['-n', 'true'])).code !== 0) return
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'apt-get', '-y', '-qq', ...args]
    return run(command, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  }
  if ((await apt('--version')).code !== 0) return
  await step(`Installing ${label}`, async () => {
    await apt('update')
    for (const packages of choices) if ((await apt('install', ...packages)).code === 0) return
  })
}
