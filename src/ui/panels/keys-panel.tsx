import { useWords } from '../context.tsx'
import { KEY_HELP } from '../shell/key-help.ts'
import type { PanelProps } from './contract.ts'
import './keys-panel.css'

export default function KeysPanel({ keys: panels }: PanelProps) {
  const words = useWords()
  const all = [...KEY_HELP, ...panels.map(({ shown, says }) => ({ keys: [shown], says }))]
  return (
    // Longer than the panel, and without anything else that the keyboard could scroll it by.
    <dl className="keys" tabIndex={0}>
      {all.map(({ keys, says }) => (
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
