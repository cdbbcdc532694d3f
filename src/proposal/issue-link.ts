/** A proposal as a prefilled issue of the repository that the data folder names. */
import { type Proposal, proposalText } from './proposal.ts'

/** Hosts refuse longer addresses. */
const MOST_CHARACTERS = 7_500

/**
 * @param page where new issues are written (`issues` of conflict.json), or undefined
 * @returns null when there is no such page. Of a proposal too large for an address the issue asks for the file
 */
export function issueAddress(page: string | undefined, proposal: Proposal): string | null {
  if (!page || !/^https:\/\//.test(page) || !URL.canParse(page)) return null
  const title = proposal.title || `Proposal: ${proposal.claims.length + proposal.areaClaims.length} claims`
  const text = proposalText(proposal)
  // A fence longer than any in the text ends where we say.
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)))
  const address = (body: string) => {
    const url = new URL(page)
    url.searchParams.set('title', title)
    url.searchParams.set('body', body)
    return url.href
  }
  const whole = address(`${fence}json\n${text}${fence}\n`)
  return whole.length <= MOST_CHARACTERS
    ? whole
    : address('(Please attach the file of the proposal: it is too long for an address.)')
}
