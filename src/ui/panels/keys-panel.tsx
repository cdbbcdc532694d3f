import { useWords } from '../context.tsx'
import { KEY_HELP } from '../shell/key-help.ts'

export default function KeysPanel() {
  const words = useWords()
  return (
    <dl className="keys">
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
