/** What a panel says while its data are on the way, or when they did not arrive. */
import { useWords } from '../context.tsx'

export function NotHere({ loaded }: { loaded: { state: 'loading' } | { state: 'failed'; retry(): void } }) {
  const words = useWords()
  if (loaded.state === 'loading') return <p role="status">{words.say('loading')}</p>
  return (
    <div role="alert">
      <p>{words.say('panel.failed')}</p>
      <button type="button" className="button-plain button-framed" onClick={loaded.retry}>
        {words.say('trouble.again')}
      </button>
    </div>
  )
}
