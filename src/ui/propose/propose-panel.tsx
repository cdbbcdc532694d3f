/** A reader's own correction: claims with their publications, held to the rules while they are written, and shown on the map. */
import { useSyncExternalStore } from 'react'
import { useApp } from '../context.tsx'
import { useEvidence } from '../data/use-loaded.ts'
import { AskAgain } from '../panels/ask-again.tsx'
import { NotHere } from '../panels/not-here.tsx'
import '../panels/why/why.css'
import '../search/search.css'
import { ClaimList } from './claim-list.tsx'
import { useCompiler } from './compiler-state.ts'
import { FormContext } from './context.tsx'
import { draftOf } from './draft-store.ts'
import { FindingList } from './findings.tsx'
import { HandInSection } from './hand-in.tsx'
import { PreviewSection } from './preview-section.tsx'
import './propose.css'
import { useProposeWords } from './words.ts'

export default function ProposePanel() {
  const { data, conflict, atlas, words } = useApp()
  const loaded = useProposeWords()
  const evidence = useEvidence()
  const store = draftOf(conflict.id)
  const draft = useSyncExternalStore(store.subscribe, store.get)
  const compiler = useCompiler(`${data}source.json`, atlas, draft.proposal)
  if (loaded.state !== 'ready') return <NotHere loaded={loaded} />
  if (evidence.state !== 'ready') return <NotHere loaded={evidence} />
  const say = loaded.value
  if (!conflict.proposals) return <p>{say('panel.none')}</p>
  const { failed, opened, checked, again } = compiler
  // What stands under no field of the form.
  const rest = (checked?.findings ?? []).filter(
    ({ row, field }) =>
      (row === null && field !== 'title' && field !== 'note') ||
      row?.table === 'areas' ||
      row?.table === 'areaClaims' ||
      (row !== null && field === null && row.table !== 'claims') ||
      (row?.table === 'amended' && !field?.startsWith('reason_')) ||
      (row?.table === 'claims' && row.index !== draft.editing),
  )
  return (
    <FormContext value={{ say, store, draft, evidence: evidence.value, compiler }}>
      <div className="propose">
        <p>{say('panel.what')}</p>
        {draft.trouble && <p role="alert">{say(`draft.${draft.trouble}`)}</p>}
        {failed && (
          <>
            <AskAgain what={say('compiler.failed')} again={again} />
            <p className="propose-hint">
              <bdi>{String((failed.error as Error)?.message ?? failed.error)}</bdi>
            </p>
          </>
        )}
        {opened && opened.faults.length > 0 && (
          <p role="alert">
            {say('compiler.faults', { count: opened.faults.length })} <bdi>{opened.faults[0]}</bdi>
          </p>
        )}
        {checked?.outdated && <p className="propose-hint">{say('draft.outdated')}</p>}
        <ClaimList />
        {rest.length > 0 && (
          <section className="propose-section" aria-label={say('rest.title')}>
            <h3>{say('rest.title')}</h3>
            <FindingList findings={rest} />
          </section>
        )}
        <PreviewSection />
        <HandInSection />
        <p className="propose-hint">{words.say('report.log')}</p>
      </div>
    </FormContext>
  )
}
