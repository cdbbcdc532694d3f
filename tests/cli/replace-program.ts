/** What the test of killed processes runs: replaces two folders and a file below argv[2]. */
import { finishReplacing, replaceFolders } from '../../src/cli/replace-folders.ts'

const [root, text] = process.argv.slice(2)
finishReplacing(root)
replaceFolders(
  root,
  ['zones', 'atlas'],
  new Map([
    ['zones/one.txt', text],
    ['zones/two.txt', text],
    ['atlas/atlas.txt', text],
    ['single.txt', text],
  ]),
)
