/** When there is nothing to show: what happened and what the reader can do, in both languages at once. */
import type { Language } from '../data/conflict.ts'
import { createWords, type MessageId } from '../words/words.ts'

export type TroubleReason = 'no-webgl' | 'not-reached' | 'not-found' | 'damaged' | 'unknown'

export function Trouble({ reason, detail }: { reason: TroubleReason; detail?: string }) {
  return (
    <main className="trouble" role="alert">
      {(['en', 'ar'] satisfies Language[]).map((language) => {
        const words = createWords(language)
        return (
          <section key={language} lang={language} dir={words.direction}>
            <h1>{words.say(`trouble.${reason}` as MessageId)}</h1>
            <p>{words.say(`trouble.${reason}.do` as MessageId)}</p>
            <button type="button" className="button-plain" onClick={() => location.reload()}>
              {words.say('trouble.again')}
            </button>
          </section>
        )
      })}
      {detail && (
        <p className="trouble-detail" dir="ltr">
          {detail}
        </p>
      )}
    </main>
  )
}
