/** `claim add` and `claim review`: proposals for editors, with what they do to the map before anything is compiled. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Preview } from '../proposal/compiler.ts'
import type { Finding } from '../proposal/findings.ts'
import { emptyProposal, type Proposal } from '../proposal/proposal.ts'
import { openProposalCompiler, type ProposalCompiler } from '../proposal/proposal-compiler.ts'
import { readProposal } from '../proposal/read-proposal.ts'
import { askForClaim, CLAIM_OPTIONS } from './ask-for-claim.ts'
import { changePictures, stretchLines } from './change-report.ts'
import { openBuild } from './open-build.ts'
import { openFolder } from './open-folder.ts'
import { rootInRepository } from './repository.ts'
import { writeWhole } from './write-whole.ts'

const USAGE = `usage: npm run cli -- claim add [options]             asks for a claim, shows what it does, writes it
       npm run cli -- claim review <file> [options]   shows what a proposal that was handed in would do

  --pictures <folder>   before.png, after.png and difference.png of the day on which most ground differs
  --out <file>          the proposal as a file, instead of (add) or beside (review) anything else; .patch: for git apply
  --write               puts the rows into the data folder
  --geodata <folder>    the data folder, as for every command

  Of claim add, what is not asked: ${Object.keys(CLAIM_OPTIONS)
    .map((name) => `--${name}`)
    .join(' ')}
`

/** @returns the exit code */
export async function claim(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      pictures: { type: 'string' },
      out: { type: 'string' },
      write: { type: 'boolean', default: false },
      geodata: { type: 'string', default: process.env.GEODATA || 'geodata' },
      help: { type: 'boolean', short: 'h' },
      ...CLAIM_OPTIONS,
    },
  })
  const [what, file] = positionals
  const isKnown =
    (what === 'add' && positionals.length === 1) || (what === 'review' && positionals.length === 2)
  if (values.help || !isKnown) {
    console.error(USAGE)
    return values.help ? 0 : 2
  }
  const compiler = openProposalCompiler(openFolder(values.geodata, []), rootInRepository(values.geodata))
  const { atlas, base, faults } = compiler.opened
  if (faults.length > 0) {
    for (const fault of faults) console.log(fault)
    throw new Error('the data have errors of their own: mend them first')
  }
  const given = what === 'review' ? read(file) : emptyProposal(atlas, base)
  if (!given) return 1
  const proposal = what === 'add' ? await askForClaim(given, values, openFolder(values.geodata, [])) : given
  const preview = compiler.preview(proposal)
  tell(preview)
  if (values.pictures && preview.after && preview.evidence)
    await draw(compiler, preview, values.geodata, values.pictures)
  const failed = preview.checked.findings.some(({ severity }) => severity === 'error')
  const handed = compiler.handIn(proposal)
  if (values.out) {
    writeWhole(values.out, values.out.endsWith('.patch') ? handed.patch : handed.text)
    console.log(`${values.out}`)
  }
  if (failed) return 1
  if (values.write || (what === 'add' && !values.out)) {
    for (const [name, text] of compiler.texts(proposal)) writeWhole(join(values.geodata, name), text)
    console.log(`${handed.files.join(', ')}: written; "npm run compile" makes the map of it`)
  }
  return 0
}

function read(file: string): Proposal | null {
  const { proposal, refusals } = readProposal(readFileSync(file, 'utf8'))
  for (const refusal of refusals) console.log(line(refusal))
  return proposal
}

const line = ({ severity, row, field, rule, message }: Finding) =>
  `${severity === 'error' ? '✗' : '!'} ${row ? `${row.table} ${row.index + 1}` : 'proposal'}${field ? `, ${field}` : ''}  ${rule}  ${message}`

function tell({ checked, after, stretches, losing, faces, ms }: Preview) {
  const { proposal, findings, claims, outdated } = checked
  if (proposal.title) console.log(proposal.title)
  if (outdated) console.log('! the data have changed since the proposal was made')
  for (const { row, grade, contradicting } of claims) {
    const { place, area, earliest, latest, event, state, from, to } = proposal[row.table][row.index]
    const days = earliest === latest ? earliest : `${earliest}…${latest}`
    console.log(
      `${row.id} [${grade ?? '?'}] ${days} ${place ?? area}: ${event ?? state} ${from ?? ''}→${to ?? ''}`,
    )
    for (const { claim, how } of contradicting) console.log(`  ${claim} says otherwise (${how})`)
  }
  for (const finding of findings) console.log(line(finding))
  if (after) for (const text of stretchLines(stretches, after)) console.log(text)
  for (const { place, claims } of losing)
    console.log(`  ${place} loses ${claims.map(({ id, how }) => `${id} (${how})`).join(', ')}`)
  console.log(`${faces.length} faces changed, ${(ms / 1000).toFixed(1)} s`)
}

async function draw(compiler: ProposalCompiler, preview: Preview, geodata: string, folder: string) {
  const { after, evidence } = preview
  const sides = { before: compiler.before!, after: { atlas: after!, evidence: evidence! } }
  const files = await changePictures(openBuild(geodata), compiler.opened.atlas, sides, preview, folder)
  console.log(files.length > 0 ? files.join(', ') : 'nothing to draw')
}
