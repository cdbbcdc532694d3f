/** Small notes at the top: a shared view, a link that was partly wrong, a file that did not arrive, a confirmation. */
import { useState, useSyncExternalStore } from 'react'
import { useApp } from '../context.tsx'
import { lightMapReason } from '../map/choose-map.ts'
import { offlineState } from '../offline/keep-offline.ts'
import { PreviewBanner } from '../propose/preview-slot.tsx'
import type { MessageId } from '../words/words.ts'
import { useFirstAct } from './first-act.ts'
import { Icon } from './icons.tsx'
import './notices.css'

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
  const { words, session, map } = useApp()
  const wrong = session.notices
  const acted = useFirstAct()
  // Who asked for the light map knows; on a phone one note is enough.
  const reason = map && lightMapReason()
  const told = reason === 'asked' ? null : reason
  return (
    <section className="notices" aria-label={words.say('notices.label')}>
      <PreviewBanner />
      {told && <Note text={words.say(`light.${told}`)} />}
      <Newer />
      {fileFailed && <Note text={words.say('trouble.base')} />}
      {wrong.length > 0 ? (
        <Note
          text={wrong
            .slice(0, MOST)
            .map(({ key, value, reason }) => words.say(`link.${reason}` as MessageId, { key, value }))
            .join(' ')}
        />
      ) : (
        shared && !told && !acted && <Note text={words.say('shared')} />
      )}
      <div role="status" aria-live="polite">
        {said && <p className="note note-said">{said}</p>}
      </div>
    </section>
  )
}

/** A newer build of the map is there: the reader takes it when they like. */
function Newer() {
  const { words } = useApp()
  const newer = useSyncExternalStore(offlineState.subscribe, offlineState.newer)
  if (!newer) return null
  return (
    <p className="note">
      <span>{words.say('offline.newer')}</span>{' '}
      <button type="button" className="text-button" onClick={offlineState.take}>
        {words.say('trouble.reload')}
      </button>
      <button type="button" onClick={offlineState.decline} aria-label={words.say('close')}>
        <Icon name="close" />
      </button>
    </p>
  )
}

function Note({ text }: { text: string }) {
  const { words } = useApp()
  const [open, setOpen] = useState(true)
  if (!open) return null
  return (
    <p className="note">
      <span>{text}</span>
      <button type="button" onClick={() => setOpen(false)} aria-label={words.say('close')}>
        <Icon name="close" />
      </button>
    </p>
  )
}
