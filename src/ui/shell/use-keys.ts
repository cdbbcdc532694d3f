import { useEffect } from 'react'
import { useApp } from '../context.tsx'
import { goToChange } from '../dock/dock.tsx'
import { ASK_PANEL } from '../panels/registry.ts'
import { type Focus, keyAction } from './key-actions.ts'

/** Listens for the keys of the whole page. */
export function useKeys() {
  const app = useApp()
  useEffect(() => {
    const { session, words, map } = app
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.target instanceof Element === false) return
      const target = event.target as Element
      // Dialogs keep their keys to themselves.
      if (target.closest('[role=dialog]')) return
      const action = keyAction(event, focusOf(target), words.direction === 'rtl')
      if (!action) return
      const { clock } = session
      const view = session.getView()
      switch (action.do) {
        case 'step':
          clock.step(action.days)
          break
        case 'change':
          goToChange(app, action.forward)
          break
        case 'first':
          clock.first()
          break
        case 'last':
          clock.last()
          break
        case 'toggle':
          clock.toggle()
          break
        case 'panel':
          session.change({ panel: view.panel === action.panel ? null : action.panel })
          break
        case 'close':
          if ([view.panel, view.at, view.place, view.story].some((open) => open !== null))
            session.change({ panel: null, at: null, place: null, story: null })
          else if (view.with !== null || view.beside !== null) session.change({ with: null, beside: null })
          else return
          break
        case 'zoom':
          map?.zoomBy(action.levels)
          break
        case 'pan':
          // Letters meant for a field that a panel is still loading do not move the map.
          if (target.closest('.panel')) return
          map?.panBy(action.x, action.y)
          break
        case 'whole':
          map?.showAll()
          break
        case 'playback':
          if (target.closest('.panel')) return
          import('../dock/playback-commands.ts').then(
            ({ runPlayback }) => runPlayback(action.command, app),
            () => {},
          )
          break
        case 'ask': {
          const point = map?.middle()
          if (point)
            session.change({ at: [point.lon, point.lat], place: null, panel: ASK_PANEL ?? view.panel })
        }
      }
      event.preventDefault()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [app])
}

function focusOf(target: Element): Focus {
  if (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true]')) return 'text'
  if (target.closest('.map [role=application]')) return 'map'
  return target.closest('button, a, summary, input') ? 'control' : 'other'
}
