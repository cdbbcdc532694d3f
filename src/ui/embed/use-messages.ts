/** Keeps the page round the frame told, and does what it asks. */
import { useEffect } from 'react'
import { useApp } from '../context.tsx'
import { type EmbedReport, readRequest, stateOf, wantedBy } from './messages.ts'

type Said = EmbedReport extends infer Report
  ? Report extends unknown
    ? Omit<Report, 'frontMap'>
    : never
  : never

export function useMessages() {
  const { session, map } = useApp()
  useEffect(() => {
    if (!map || window.parent === window) return
    const { clock, context } = session
    const tell = (report: Said) => window.parent.postMessage({ frontMap: 1, ...report }, '*')
    const state = () => {
      const { day, playing } = clock.getSnapshot()
      const now = { day, playing: playing !== null }
      return stateOf(session.getView(), now, context, session.address({ embed: null }))
    }

    let told = JSON.stringify(state())
    let frame = 0
    const changed = () => {
      // However much happens in a frame, it is told once.
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        const now = state()
        const text = JSON.stringify(now)
        if (text === told) return
        told = text
        tell({ event: 'change', ...now })
      })
    }
    let asked = ''
    const ask = () => {
      const { at, place } = session.getView()
      const now = JSON.stringify([at, place])
      if (now === asked) return
      asked = now
      if (at) tell({ event: 'asked', lon: at[0], lat: at[1], place })
    }
    const onMessage = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== window.parent) return
      const id = (data as { id?: string | number } | null)?.id
      const answer = id === undefined ? {} : { id }
      try {
        const request = readRequest(data)
        if (!request) return
        if (request.do === 'play') clock.play()
        if (request.do === 'pause') clock.pause()
        if (request.do === 'set') {
          const { named, notices } = wantedBy(request, context)
          const {
            day,
            speed,
            range,
            loop: _loop,
            quiet: _quiet,
            changes: _changes,
            embed: _embed,
            atlas: _atlas,
            ...view
          } = named
          if (day !== undefined) clock.setDay(day)
          if (speed !== undefined) clock.setSpeed(speed)
          if (range !== undefined) clock.setRange(range)
          session.replace(view)
          if (view.camera) map.goTo(view.camera)
          for (const { key, value, reason } of notices)
            tell({ event: 'error', reason: `${key}="${value}": ${reason}`, ...answer })
        }
        tell({ event: 'state', ...state(), ...answer })
      } catch (error) {
        tell({ event: 'error', reason: (error as Error).message, ...answer })
      }
    }
    addEventListener('message', onMessage)
    const leave = [
      clock.subscribe(changed),
      session.subscribe(() => {
        ask()
        changed()
      }),
      () => removeEventListener('message', onMessage),
      () => cancelAnimationFrame(frame),
    ]
    tell({ event: 'ready', ...state() })
    return () => {
      for (const end of leave) end()
    }
  }, [session, map])
}
