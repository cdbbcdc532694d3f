/** The keys as the help lists them before those of the panels; src/ui/shell/use-keys.ts acts on them. */
import type { MessageId } from '../words/words.ts'

export const KEY_HELP: readonly { keys: readonly string[]; says: MessageId }[] = [
  { keys: ['←', '→'], says: 'keys.day' },
  { keys: ['Shift ←', 'Shift →'], says: 'keys.change' },
  { keys: ['Home', 'End'], says: 'keys.ends' },
  { keys: ['PageUp', 'PageDown'], says: 'keys.month' },
  { keys: ['Space'], says: 'keys.play' },
  { keys: ['Shift Space', 'R'], says: 'keys.backwards' },
  { keys: ['<', '>'], says: 'keys.speed' },
  { keys: ['L'], says: 'keys.loop' },
  { keys: ['[', ']'], says: 'keys.range' },
  { keys: ['\\'], says: 'keys.range-clear' },
  { keys: ['V'], says: 'keys.in-view' },
  { keys: ['Q'], says: 'keys.quiet' },
  { keys: ['W', 'A', 'S', 'D'], says: 'keys.pan' },
  { keys: ['+', '−'], says: 'keys.zoom' },
  { keys: ['0'], says: 'keys.whole' },
  { keys: ['Enter'], says: 'keys.ask' },
  { keys: ['Esc'], says: 'keys.close' },
]
