/** The compiler in the browser makes what the command line makes, byte for byte. */
import { expect, it } from 'vitest'
import { openFolder } from '../../src/cli/open-folder.ts'
import { bundleOf, openBundle } from '../../src/proposal/bundle.ts'
import { emptyProposal } from '../../src/proposal/proposal.ts'
import { openProposalCompiler } from '../../src/proposal/proposal-compiler.ts'
import { COUNTRY, givePainterPage, openLab } from './painter-lab.ts'

givePainterPage()

it('compiles a claim on the live data to the same files', async () => {
  const bundle = bundleOf(openFolder('geodata', []))
  const proposal = {
    ...emptyProposal('syria-2024', ''),
    claims: [
      {
        place: 'zakah',
        earliest: '2024-12-01',
        latest: '2024-12-01',
        event: 'captured',
        from: 'SAA',
        to: 'HTS',
        verdict: 'accepted',
        sources: 'background',
        confidence: 'likely',
      },
    ],
  }
  const page = await openLab(COUNTRY)
  const there = page.evaluate(
    async ([bundle, proposal]) => {
      const compiler = await lab.openCompiler(bundle)
      const files = await compiler.compile(proposal)
      compiler.close()
      return files && [...files]
    },
    [JSON.stringify(bundle), proposal] as const,
  )
  // Meanwhile, here.
  const { folder, root } = openBundle(bundle)
  const here = openProposalCompiler(folder, root).compile(proposal)
  expect(here?.size).toBeGreaterThan(10)
  for (const [name, text] of (await there) ?? []) expect(text === here?.get(name), name).toBe(true)
  expect((await there)?.length).toBe(here?.size)
})
