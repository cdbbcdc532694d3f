/** Which key does what. Pure: a key press to the name of an action, or `null` when the page leaves it alone. */
import type { Panel } from '../../link/index.ts'
import type { PanelKey } from '../panels/contract.ts'
import { PANEL_ENTRIES } from '../panels/registry.ts'

export type KeyAction =
  | { do: 'step'; days: 1 | -1 }
  | { do: 'change'; forward: boolean }
  | { do: 'first' | 'last' | 'toggle' | 'close' | 'whole' | 'ask' }
  | { do: 'panel'; panel: Panel }
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

/** Under another layout a key may write a letter: then its place on the keyboard counts. */
function opens({ writes, code }: PanelKey, press: KeyPress): boolean {
  return (
    writes.includes(press.key) ||
    (press.code === code && /^[^\p{ASCII}]$/u.test(press.key) && /\p{L}/u.test(press.key))
  )
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
  const panel = PANEL_ENTRIES.find(({ key }) => key && opens(key, press))
  if (panel) return { do: 'panel', panel: panel.id }
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
