import { describe, expect, it } from 'vitest'
import { type Focus, type KeyPress, keyAction } from '../../src/ui/shell/key-actions.ts'

const press = (key: string, over: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...over,
})
const action = (key: string, over: Partial<KeyPress> = {}, focus: Focus = 'other', rtl = false) =>
  keyAction(press(key, over), focus, rtl)

describe('keys', () => {
  it('step by days and by changes, along the direction of time', () => {
    expect(action('ArrowRight')).toEqual({ do: 'step', days: 1 })
    expect(action('ArrowLeft')).toEqual({ do: 'step', days: -1 })
    expect(action('ArrowRight', { shiftKey: true })).toEqual({ do: 'change', forward: true })
    expect(action('ArrowRight', {}, 'other', true)).toEqual({ do: 'step', days: -1 })
    expect(action('ArrowLeft', { shiftKey: true }, 'map', true)).toEqual({ do: 'change', forward: true })
    expect([action('Home'), action('End')]).toEqual([{ do: 'first' }, { do: 'last' }])
  })

  it('leave text fields and shortcuts of the browser alone', () => {
    for (const key of ['ArrowRight', 'Home', ' ', '?', '0', '+']) expect(action(key, {}, 'text')).toBeNull()
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(action('ArrowLeft', held)).toBeNull()
      expect(action('0', held)).toBeNull()
    }
  })

  it('play by Space, unless a control has the focus and is pressed by it', () => {
    expect(action(' ')).toEqual({ do: 'toggle' })
    expect(action(' ', {}, 'map')).toEqual({ do: 'toggle' })
    expect(action(' ', {}, 'control')).toBeNull()
    expect(action('Enter', {}, 'map')).toEqual({ do: 'ask' })
    expect(action('Enter', {}, 'control')).toBeNull()
  })

  it('play backwards by Shift and Space, or R', () => {
    const backwards = { do: 'playback', command: 'backwards' }
    expect(action(' ', { shiftKey: true })).toEqual(backwards)
    expect(action(' ', { shiftKey: true }, 'control')).toBeNull()
    expect(action('r', { code: 'KeyR' })).toEqual(backwards)
  })

  it.each([
    ['l', 'م', 'KeyL', 'loop'],
    ['[', 'ج', 'BracketLeft', 'range-start'],
    [']', 'د', 'BracketRight', 'range-end'],
    ['\\', '\\', 'Backslash', 'range-clear'],
    [',', 'و', 'Comma', 'slower'],
    ['<', ',', 'Comma', 'slower'],
    ['.', 'ز', 'Period', 'faster'],
    ['>', '.', 'Period', 'faster'],
    ['v', 'ر', 'KeyV', 'in-view'],
    ['q', 'ض', 'KeyQ', 'quiet'],
  ])('%s (%s in Arabic) is for playback', (latin, arabic, code, command) => {
    for (const key of [latin, arabic]) {
      for (const rtl of [false, true])
        expect(action(key, { code }, 'other', rtl)).toEqual({ do: 'playback', command })
      expect(action(key, { code }, 'text')).toBeNull()
      expect(action(key, { code, ctrlKey: true })).toBeNull()
    }
  })

  it('close by Escape, wherever the focus is', () => {
    for (const focus of ['text', 'control', 'map', 'other'] as const)
      expect(action('Escape', {}, focus)).toEqual({ do: 'close' })
  })

  it('move the map by place of the key, so that an Arabic keyboard works too', () => {
    expect(action('ش', { code: 'KeyA' })).toMatchObject({ do: 'pan' })
    expect(action('؟')).toEqual({ do: 'panel', panel: 'keys' })
    expect(action('ب')).toBeNull()
  })
})
