/** What a panel says while its data are on the way, or when they did not arrive. */
import { useWords } from '../context.tsx'
import { LoadError } from '../data/fetch-json.ts'
import type { Missing } from '../data/use-loaded.ts'

export function NotHere({ loaded }: { loaded: Missing }) {
  const words = useWords()
  if (loaded.state === 'loading') return <p role="status">{words.say('loading')}</p>
  const { error, retry } = loaded
  const reason = error instanceof LoadError ? error.reason : null
  const outdated = reason === 'outdated'
  return (
    <div role="alert">
      <p>
        {words.say(outdated ? 'panel.outdated' : reason === 'damaged' ? 'panel.damaged' : 'panel.failed')}
      </p>
      <button
        type="button"
        className="button-plain button-framed"
        onClick={() => (outdated ? location.reload() : retry())}
      >
        {words.say(outdated ? 'trouble.reload' : 'trouble.again')}
      </button>
    </div>
  )
}
