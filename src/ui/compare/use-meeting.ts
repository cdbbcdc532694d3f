/** Opens two chapters beside each other on the days on which they meet. */
import { addressOf, linkToComparison } from '../../link/index.ts'
import { useApp } from '../context.tsx'
import type { Meeting } from './meetings.ts'

/** @returns shows a meeting: on this page where one of the two is shown, else on the page of the later one */
export function useShowMeeting(): (meeting: Meeting) => void {
  const { session, conflict } = useApp()
  return ({ earlier, later }) => {
    const view = session.getView()
    if (conflict.id !== earlier.atlas && conflict.id !== later.atlas) {
      const { lang, theme, light } = view
      location.assign(
        addressOf(linkToComparison({ ...later, beside: earlier, lang, theme, light }, session.context)),
      )
      return
    }
    const [here, there] = conflict.id === later.atlas ? [later, earlier] : [earlier, later]
    session.clock.pause()
    // One step for the back button, as in a story.
    session.holdDay()
    session.clock.setDay(here.day)
    session.replace({ with: null, beside: there })
    session.releaseDay()
  }
}
