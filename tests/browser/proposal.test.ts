/** The compiler in the browser makes what the command line makes, byte for byte. */
import { expect, it } from 'vitest'
import { openFolder } from '../../src/cli/open-folder.ts'
import { bundleOf, openBundle } from '../../src/proposal/bundle.ts'
import { emptyProposal } from '../../src/proposal/proposal.ts'
import { openProposalCompiler } from '../../src/proposal/proposal-compiler.ts'
import { COUNTRY, givePainterPage, openLab } from './painter-lab.ts'

givePainterPage()

it('compiles a new place on the live data to the same files', async () => {
  const text = JSON.stringify(bundleOf(openFolder('geodata', [])))
  const { folder, root } = openBundle(JSON.parse(text))
  const here = openProposalCompiler(folder, root)
  const proposal = {
    ...emptyProposal(here.opened.atlas, here.opened.base),
    places: [
      {
        id: 'invented',
        name: 'Invented',
        kind: 'village',
        governorate: 'SY-HM',
        precision_m: '500',
        lon: '36.95',
        lat: '35.2',
      },
    ],
    claims: [
      {
        place: 'invented',
        earliest: '2024-12-04',
        latest: '2024-12-04',
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
  const there = await page.evaluate(
    async ([text, proposal]) => {
      const compiler = await lab.openCompiler(text)
      const files = [...((await compiler.compile(proposal)) ?? [])]
      const { stretches } = await compiler.preview(proposal)
      compiler.close()
      return { files, stretches }
    },
    [text, proposal] as const,
  )
  expect(there.files.length).toBeGreaterThan(10)
  expect(new Map(there.files)).toEqual(here.compile(proposal))
  expect(there.stretches).toEqual(here.preview(proposal).stretches)
})
