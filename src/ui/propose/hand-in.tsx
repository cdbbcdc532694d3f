/** The ways out of the device, each by a press: a patch, a prefilled issue, a file; and a file of somebody else to look at. */
import { type ChangeEvent, useId, useState } from 'react'
import type { HandIn } from '../../proposal/compiler.ts'
import type { Finding } from '../../proposal/findings.ts'
import { type Proposal, proposalText } from '../../proposal/proposal.ts'
import { MOST_CHARACTERS, readProposal } from '../../proposal/read-proposal.ts'
import { useApp } from '../context.tsx'
import { saveFile } from '../data/save-file.ts'
import { webAddress } from '../data/web-address.ts'
import { Icon } from '../shell/icons.tsx'
import { useForm } from './context.tsx'
import { isEmpty } from './draft.ts'
import { FindingList } from './findings.tsx'
import { previewState } from './preview-state.ts'

export function HandInSection() {
  const { say, draft, store, compiler } = useForm()
  const { proposal } = draft
  const [made, setMade] = useState<{ of: Proposal; value: HandIn } | null>(null)
  const [said, setSaid] = useState('')
  const [refused, setRefused] = useState<Finding[]>([])
  const ready = made?.of === proposal ? made.value : null
  const name = `proposal-${proposal.atlas}`
  const issue = webAddress(ready?.issue ?? null)

  const prepare = async () => {
    if (!compiler.compiler || !compiler.opened) return
    setSaid('')
    setRefused([])
    try {
      const value = await compiler.compiler.handIn(proposal)
      setMade({ of: proposal, value })
      setSaid(say(value.patch ? 'hand.ready' : 'hand.not-yet'))
      if (!value.patch) setRefused((await compiler.compiler.check(proposal)).findings)
    } catch (error) {
      setSaid(say('hand.failed', { reason: String((error as Error).message ?? error) }))
    }
  }
  const copyIssue = async () => {
    const said = new URL(issue!).searchParams
    try {
      await navigator.clipboard.writeText(`${said.get('title') ?? ''}\n\n${said.get('body') ?? ''}`)
      setSaid(say('hand.copied'))
    } catch {
      setSaid(say('hand.no-clipboard'))
    }
  }

  return (
    <section className="propose-section">
      <h3>{say('hand.title')}</h3>
      <p className="propose-hint">{say('hand.what')}</p>
      <Line label={say('hand.line')} column="title" />
      <Line label={say('hand.note')} column="note" />
      <div className="propose-buttons">
        <button
          type="button"
          className="button-plain button-framed"
          aria-disabled={!compiler.opened}
          onClick={prepare}
        >
          {say('hand.prepare')}
        </button>
        {ready?.patch && (
          <button
            type="button"
            className="button-plain button-framed"
            onClick={() => saveFile(`${name}.patch`, ready.patch, 'text/x-patch')}
          >
            <Icon name="download" />
            {say('hand.patch')}
          </button>
        )}
        {issue && (
          <>
            <a className="button-plain button-framed" href={issue} target="_blank" rel="noopener noreferrer">
              {say('hand.issue')}
            </a>
            <button type="button" className="button-plain button-framed" onClick={copyIssue}>
              {say('hand.copy')}
            </button>
          </>
        )}
        <button
          type="button"
          className="button-plain button-framed"
          onClick={() => saveFile(`${name}.json`, ready?.text || proposalText(proposal), 'application/json')}
        >
          <Icon name="download" />
          {say('hand.file')}
        </button>
      </div>
      <p role="status" className="propose-hint">
        {said}
      </p>
      {ready?.patch && ready.issue === null && <p className="propose-hint">{say('hand.no-repository')}</p>}
      {ready && ready.files.length > 0 && (
        <p className="propose-hint">
          {say('hand.files')} <bdi>{ready.files.join(', ')}</bdi>
        </p>
      )}
      <FindingList findings={refused} />
      <OpenFile />
      {!isEmpty(proposal) && (
        <button
          type="button"
          className="button-plain"
          onClick={() => {
            store.clear()
            previewState.show(null)
          }}
        >
          {say('hand.clear')}
        </button>
      )}
    </section>
  )
}

function Line({ label, column }: { label: string; column: 'title' | 'note' }) {
  const { draft, store, compiler } = useForm()
  const id = useId()
  const findings = (compiler.checked?.findings ?? []).filter(
    ({ row, field }) => row === null && field === column,
  )
  return (
    <div className="propose-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        dir="auto"
        maxLength={2000}
        autoComplete="off"
        value={draft.proposal[column]}
        onChange={({ target }) => store.update((proposal) => ({ ...proposal, [column]: target.value }))}
      />
      <FindingList findings={findings} />
    </div>
  )
}

/** A file is looked at before it takes the place of the draft; one that is refused changes nothing. */
function OpenFile() {
  const { conflict } = useApp()
  const { say, draft, store } = useForm()
  const id = useId()
  const [said, setSaid] = useState('')
  const [refusals, setRefusals] = useState<Finding[]>([])
  const [waiting, setWaiting] = useState<Proposal | null>(null)

  const take = (proposal: Proposal) => {
    previewState.show(null)
    store.set({ proposal, editing: null })
    setWaiting(null)
    setSaid(say('open.done'))
  }
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    // The same file may be chosen again after it was mended.
    target.value = ''
    if (!file) return
    setWaiting(null)
    setSaid('')
    try {
      // What is too large is not even read.
      const { proposal, refusals } = readProposal(
        file.size > 4 * MOST_CHARACTERS ? 'x'.repeat(MOST_CHARACTERS + 1) : await file.text(),
      )
      setRefusals(refusals)
      if (!proposal) setSaid(say('open.refused', { name: file.name }))
      else if (proposal.atlas !== conflict.id) setSaid(say('open.other', { atlas: proposal.atlas }))
      else if (isEmpty(draft.proposal)) take(proposal)
      else setWaiting(proposal)
    } catch {
      setSaid(say('open.unreadable', { name: file.name }))
    }
  }
  return (
    <div className="propose-field">
      <label htmlFor={id}>{say('open.label')}</label>
      <input id={id} type="file" accept=".json,application/json" onChange={open} />
      {waiting && (
        <p role="alert" className="propose-buttons">
          {say('open.replace')}
          <button type="button" className="button-plain button-framed" onClick={() => take(waiting)}>
            {say('open.yes')}
          </button>
          <button type="button" className="button-plain button-framed" onClick={() => setWaiting(null)}>
            {say('open.no')}
          </button>
        </p>
      )}
      <p role="status" className="propose-hint">
        {said}
      </p>
      <FindingList findings={refusals} />
    </div>
  )
}
