/** The picture that the panel shows: drawn again whenever day, view, language, theme or choice differ. */
import { useCallback, useEffect, useState } from 'react'
import { useApp, useClock, useView } from '../../context.tsx'
import { drawPicture, type PictureChoice } from './draw-picture.ts'

/** While the day runs, pictures of days that are over already are not drawn; milliseconds. */
const PAUSE_MS = 120

export interface Preview {
  /** address of the picture for this page alone, `null` until the first is drawn */
  address: string | null
  failed: boolean
  again(): void
  /** @returns SVG of what is on screen at this moment */
  draw(): Promise<string>
}

export function usePicture(choice: PictureChoice): Preview {
  const app = useApp()
  const { day } = useClock('day')
  const view = useView(
    'with',
    'beside',
    'mode',
    'split',
    'by',
    'hidden',
    'hiddenPosts',
    'layers',
    'kinds',
    'camera',
  )
  const [address, setAddress] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const { format, legend, labels } = choice
  const draw = useCallback(
    () => drawPicture(app, view, day, { format, legend, labels }),
    [app, view, day, format, legend, labels],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is what asks again
  useEffect(() => {
    let over = false
    const timer = setTimeout(() => {
      draw().then(
        (svg) => {
          if (over) return
          setFailed(false)
          setAddress(URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })))
        },
        () => !over && setFailed(true),
      )
    }, PAUSE_MS)
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [draw, attempt])
  useEffect(() => () => (address ? URL.revokeObjectURL(address) : undefined), [address])
  const again = useCallback(() => {
    setFailed(false)
    setAttempt((count) => count + 1)
  }, [])
  return { address, failed, again, draw }
}
