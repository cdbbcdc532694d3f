/** Small notes at the top: a shared view, a link that was partly wrong, a file that did not arrive, a confirmation. */
import { useState, useSyncExternalStore } from 'react'
import { useApp } from '../context.tsx'
import { lightMapReason } from '../map/choose-map.ts'
import { offlineState } from '../offline/keep-offline.ts'
import { PreviewBanner } from '../propose/preview-slot.tsx'
import type { MessageId } from '../words/words.ts'
import { useFirstAct } from './first-act.ts'
import { Icon } from './icons.tsx'
import { type NoteId, notesInOrder } from './notes-in-order.ts'
import './notices.css'
import { useNarrow } from './use-page.ts'

/** Of a link that is wrong in many ways as much is told as can be read before the map. */
const MOST = 3

export interface NoticesProps {
  /** the page was opened by a link that says more than nothing */
  shared: boolean
  fileFailed: boolean
  /** what was just announced */
  said: string
}

export function Notices({ shared, fileFailed, said }: NoticesProps) {
  const { words, session, map, layout } = useApp()
  const [closed, setClosed] = useState<ReadonlySet<NoteId>>(new Set())
  const narrow = useNarrow()
  const wrong = session.notices
  const acted = useFirstAct()
  const newer = useSyncExternalStore(offlineState.subscribe, offlineState.newer)
  // Who asked for the light map knows.
  const reason = map && lightMapReason()
  const told = reason === 'asked' ? null : reason
  const due = {
    link: wrong.length > 0,
    base: fileFailed,
    newer: newer !== null,
    light: told !== null,
    shared: shared && !acted,
  }
  const text: Record<NoteId, () => string> = {
    link: () =>
      wrong
        .slice(0, MOST)
        .map(({ key, value, reason }) => words.say(`link.${reason}` as MessageId, { key, value }))
        .join(' '),
    base: () => words.say('trouble.base'),
    newer: () => words.say('offline.newer'),
    light: () => words.say(`light.${told!}`),
    shared: () => words.say('shared'),
  }
  function close(id: NoteId) {
    if (id === 'newer') offlineState.decline()
    else setClosed(new Set([...closed, id]))
  }
  return (
    <section className="notices" aria-label={words.say('notices.label')}>
      <PreviewBanner />
      {notesInOrder(due, closed, narrow).map((id) => (
        <Note key={id} part={layout.part('note')} text={text[id]()} narrow={narrow} onClose={() => close(id)}>
          {id === 'newer' && (
            <button type="button" className="text-button" onClick={offlineState.take}>
              {words.say('trouble.reload')}
            </button>
          )}
        </Note>
      ))}
      <div role="status" aria-live="polite">
        {said && <p className="note note-said">{said}</p>}
      </div>
    </section>
  )
}

interface NoteProps {
  part: React.RefCallback<HTMLElement>
  text: string
  narrow: boolean
  onClose(): void
  children?: React.ReactNode
}

/** On a narrow page a note is one line, which a touch opens to all of it. */
function Note({ part, text, narrow, onClose, children }: NoteProps) {
  const { words } = useApp()
  const [whole, setWhole] = useState(false)
  return (
    <p ref={part} className="note">
      {narrow ? (
        <button type="button" className="note-line" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {text}
        </button>
      ) : (
        <span>{text}</span>
      )}
      {children}
      <button type="button" className="note-close" onClick={onClose} aria-label={words.say('close')}>
        <Icon name="close" />
      </button>
    </p>
  )
}
