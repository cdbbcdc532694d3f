import type { App } from '../context.tsx'

/** Goes to the next or previous change that counts; says so when there is none. */
export function goToChange({ session, words, announce }: App, forward: boolean): void {
  const { clock } = session
  if ((forward ? clock.nextChange() : clock.previousChange()) !== null) return
  const inView = clock.getSnapshot().counting === 'view'
  if (forward) announce(words.say(inView ? 'dock.no-next-view' : 'dock.no-next'))
  else announce(words.say(inView ? 'dock.no-previous-view' : 'dock.no-previous'))
}
