/**
 * When there is nothing to show: what happened and what the reader can do, in both languages at once. The texts are
 * part of the page itself: whoever has no connection cannot fetch what to say about it.
 */
import texts from '../messages/trouble.json'

export type TroubleReason = 'no-webgl' | 'not-reached' | 'not-found' | 'damaged' | 'unknown'

const LANGUAGES = [
  { lang: 'en', dir: 'ltr', text: texts.en },
  { lang: 'ar', dir: 'rtl', text: texts.ar },
] as const

export function Trouble({ reason, detail }: { reason: TroubleReason; detail?: string }) {
  return (
    <main className="trouble" role="alert">
      {LANGUAGES.map(({ lang, dir, text }) => (
        <section key={lang} lang={lang} dir={dir}>
          <h1>{text[reason]}</h1>
          <p>{text[`${reason}.do`]}</p>
          <button type="button" className="button-plain" onClick={() => location.reload()}>
            {text.again}
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
