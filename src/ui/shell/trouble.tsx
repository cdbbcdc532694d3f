/**
 * When there is nothing to show: what happened and what the reader can do, in all languages at once, the reader's own
 * one first. The texts are
 * part of the page itself (vite/messages.ts puts them there): whoever has no connection cannot fetch what to say
 * about it.
 */

import texts from 'virtual:failure-texts'
import { useEffect } from 'react'
import { LANGUAGES } from '../../chronicle/languages.ts'
import { endPicture } from '../first-picture/take-over.ts'
import { languageOf } from '../opening.ts'
import './trouble.css'

export type TroubleReason = 'not-reached' | 'not-found' | 'damaged' | 'outdated' | 'program' | 'unknown'

/** The languages, that of the link or of the reader's browser before the others. */
function ownFirst() {
  const own = languageOf(new URLSearchParams(location.search).get('lang'))
  return [...LANGUAGES].sort((a, b) => Number(b.code === own) - Number(a.code === own))
}

export function Trouble({ reason, detail }: { reason: TroubleReason; detail?: string }) {
  useEffect(endPicture, [])
  return (
    <main className="trouble" role="alert">
      {ownFirst().map(({ code, direction }) => (
        <section key={code} lang={code} dir={direction}>
          <h1>{texts[code][`failure.${reason}`]}</h1>
          <p>{texts[code][`failure.${reason}.do`]}</p>
          <button type="button" className="button-plain" onClick={() => location.reload()}>
            {texts[code]['failure.again']}
          </button>
        </section>
      ))}
      {detail && (
        <p className="trouble-detail" dir="ltr">
          {detail}
        </p>
      )}
    </main>
  )
}
