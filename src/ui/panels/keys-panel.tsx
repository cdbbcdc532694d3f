import { useWords } from '../context.tsx'
import { KEY_HELP } from '../shell/key-help.ts'

export default function KeysPanel() {
  const words = useWords()
  return (
    // Longer than the panel, and without anything else that the keyboard could scroll it by.
    <dl className="keys" tabIndex={0}>
      {KEY_HELP.map(({ keys, says }) => (
        <div key={says}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{words.say(says)}</dd>
        </div>
      ))}
    </dl>
  )
}
