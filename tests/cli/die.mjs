/** Loaded before a program: kills it at the nth time that it changes a file, in the middle of a write. */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

let left = Number(process.env.DIE_AT)
for (const name of ['writeFileSync', 'renameSync', 'rmSync', 'mkdirSync']) {
  const original = fs[name]
  fs[name] = (...args) => {
    if (--left > 0) return original(...args)
    if (name === 'writeFileSync') original(args[0], String(args[1]).slice(0, 5))
    process.kill(process.pid, 'SIGKILL')
  }
}
syncBuiltinESMExports()
