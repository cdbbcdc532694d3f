/** What a row of the panels says, and what a panel is given. */
import type { ComponentType } from 'react'
import type { Panel } from '../../link/index.ts'
import type { IconName } from '../shell/icons.tsx'
import type { MessageId } from '../words/words.ts'

export interface PanelProps {
  /** closes the panel and gives the focus back to where it was */
  close(): void
  /** the keys that open panels, for the help */
  keys: readonly PanelKey[]
}

/** The key that opens and closes a panel. */
export interface PanelKey {
  /** as help and tooltip show it */
  shown: string
  /** characters that it writes under the layouts known */
  writes: readonly string[]
  /** its place on the keyboard, for layouts under which it writes a letter of another script */
  code?: string
  says: MessageId
}

export interface PanelEntry {
  id: Panel
  title: MessageId
  load(): Promise<{ default: ComponentType<PanelProps> }>
  /**
   * Shown in the toolbar; absent: opened in other ways only. `first`: before everything else, on a phone too;
   * `bar`: a button where there is room, else in the menu; `menu`: always in the menu. `keyboard`: not where fingers are all there is.
   */
  button?: { icon: IconName; in: 'first' | 'bar' | 'menu'; keyboard?: true }
  key?: PanelKey
}
