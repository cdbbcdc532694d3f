/** Says in a line what could not be had, with a way to ask for it again. */
import { useWords } from '../context.tsx'

export function AskAgain({ what, again, className }: { what: string; again(): void; className?: string }) {
  const words = useWords()
  return (
    <p role="alert" className={className}>
      {what}{' '}
      <button type="button" className="text-button" onClick={again}>
        {words.say('trouble.again')}
      </button>
    </p>
  )
}
