/** Which key does what. Pure: a key press to the name of an action, or `null` when the page leaves it alone. */

export type KeyAction =
  | { do: 'step'; days: 1 | -1 }
  | { do: 'change'; forward: boolean }
  | { do: 'first' | 'last' | 'toggle' | 'close' | 'help' | 'search' | 'whole' | 'ask' }
  | { do: 'zoom'; levels: 1 | -1 }
  | { do: 'pan'; x: number; y: number }
  | { do: 'playback'; command: PlaybackCommand }

/** What the keys do that have to do with playing. */
export type PlaybackCommand =
  | 'backwards'
  | 'loop'
  | 'range-start'
  | 'range-end'
  | 'range-clear'
  | 'slower'
  | 'faster'
  | 'in-view'
  | 'quiet'

export interface KeyPress {
  key: string
  /** place of the key on the keyboard, so that letters work under an Arabic layout too */
  code: string
  shiftKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/** Where the focus is: some elements have their own use for a key. */
export type Focus = 'text' | 'control' | 'map' | 'other'

const PAN = 0.2
const PANS: Record<string, { x: number; y: number }> = {
  KeyW: { x: 0, y: -PAN },
  KeyA: { x: -PAN, y: 0 },
  KeyS: { x: 0, y: PAN },
  KeyD: { x: PAN, y: 0 },
}

/** By place on the keyboard. Time has one order in every language: the left bracket begins a range under right-to-left too. */
const PLAYBACK: Record<string, PlaybackCommand> = {
  KeyR: 'backwards',
  KeyL: 'loop',
  BracketLeft: 'range-start',
  BracketRight: 'range-end',
  Backslash: 'range-clear',
  Comma: 'slower',
  Period: 'faster',
  KeyV: 'in-view',
  KeyQ: 'quiet',
}

/** @param rtl the time runs from right to left, so the left arrow goes ahead */
export function keyAction(press: KeyPress, focus: Focus, rtl: boolean): KeyAction | null {
  if (press.key === 'Escape') return { do: 'close' }
  if (press.ctrlKey || press.metaKey || press.altKey || focus === 'text') return null
  if (press.key === 'ArrowLeft' || press.key === 'ArrowRight') {
    const forward = (press.key === 'ArrowRight') !== rtl
    return press.shiftKey ? { do: 'change', forward } : { do: 'step', days: forward ? 1 : -1 }
  }
  if (press.key === 'Home') return { do: 'first' }
  if (press.key === 'End') return { do: 'last' }
  if (press.key === '?' || press.key === '؟') return { do: 'help' }
  // Under an Arabic layout the key with the slash writes a letter.
  if (press.key === '/' || (press.code === 'Slash' && /[\u0600-\u06ff]/.test(press.key)))
    return { do: 'search' }
  // Space and Enter press the control that has the focus.
  if (press.key === ' ' && focus === 'control') return null
  if (press.key === ' ') return press.shiftKey ? { do: 'playback', command: 'backwards' } : { do: 'toggle' }
  if (press.key === 'Enter') return focus === 'map' ? { do: 'ask' } : null
  if (press.key === '+' || press.key === '=') return { do: 'zoom', levels: 1 }
  if (press.key === '-' || press.key === '−') return { do: 'zoom', levels: -1 }
  if (press.key === '0' || press.code === 'Digit0') return { do: 'whole' }
  if (PLAYBACK[press.code]) return { do: 'playback', command: PLAYBACK[press.code] }
  return PANS[press.code] ? { do: 'pan', ...PANS[press.code] } : null
}
