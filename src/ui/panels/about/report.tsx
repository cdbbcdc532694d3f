/** How to report an error, and a report to begin with: the day, the view, what was asked about. */
import { useState } from 'react'
import { isoOf } from '../../../chronicle/day.ts'
import { useApp } from '../../context.tsx'

export function Report() {
  const { words, session, announce } = useApp()
  const [shown, setShown] = useState<string | null>(null)
  const copy = async () => {
    const { day } = session.clock.getSnapshot()
    const text = words.say('report.template', { day: isoOf(day), link: session.address() })
    try {
      await navigator.clipboard.writeText(text)
      announce(words.say('report.copied'))
    } catch {
      // No clipboard without a secure address or a permission: the text can still be copied by hand.
      setShown(text)
    }
  }
  return (
    <>
      <p>{words.say('report.what')}</p>
      <p>{words.say('report.log')}</p>
      <button type="button" className="button-plain button-framed" onClick={copy}>
        {words.say('report.copy')}
      </button>
      {shown && (
        <textarea
          className="about-report"
          readOnly
          rows={7}
          value={shown}
          aria-label={words.say('report.copy')}
        />
      )}
    </>
  )
}
