/** The link that the sheet shares, and what is in it, in words. */
import { useApp, useClock, useView } from '../../context.tsx'
import type { MessageId } from '../../words/words.ts'
import { sharedPanel } from './open-share.ts'

export interface Shared {
  address: string
  /** the day or days shown */
  day: string
  includes: string[]
}

export function useShared(): Shared {
  const { session, words, evidence } = useApp()
  const { day } = useClock('day')
  // What a link holds besides is in its address, too: any change of the view makes it anew.
  const {
    with: own,
    beside,
    camera,
    hidden,
    at,
    place,
  } = useView('with', 'beside', 'camera', 'hidden', 'at', 'place', 'panel')
  const other = own ?? beside?.day ?? null
  const panel = sharedPanel()
  const name = place && evidence?.places.find(({ id }) => id === place)?.name
  const includes = [
    words.dateLong(day),
    other !== null && words.say('share.with', { date: words.dateLong(other) }),
    words.say(camera ? 'share.view' : 'share.whole'),
    hidden.length > 0 && words.say('share.hidden', { count: words.number(hidden.length) }),
    (name || at) && words.say('share.place', { place: name ? words.text(name) : words.say('share.point') }),
    panel && words.say('share.panel', { name: words.say(`panel.${panel}` as MessageId) }),
  ].filter((text): text is string => Boolean(text))
  return {
    address: session.address({ panel }),
    day:
      other === null
        ? words.date(day)
        : `${words.date(Math.min(day, other))} – ${words.date(Math.max(day, other))}`,
    includes,
  }
}
