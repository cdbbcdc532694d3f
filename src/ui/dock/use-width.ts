import { type RefObject, useEffect, useRef, useState } from 'react'
import { letterSize } from '../shell/use-page.ts'

/** @returns a ref; the width of the element it is put on, CSS pixels, 0 before the first layout; and the size of letters */
export function useWidth<T extends HTMLElement>(): [
  ref: RefObject<T | null>,
  width: number,
  letters: number,
] {
  const ref = useRef<T>(null)
  const [size, setSize] = useState({ width: 0, letters: 1 })
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([{ contentRect }]) => {
      const now = { width: contentRect.width, letters: letterSize() }
      setSize((size) => (size.width === now.width && size.letters === now.letters ? size : now))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, size.width, size.letters]
}
