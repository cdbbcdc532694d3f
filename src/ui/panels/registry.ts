/**
 * The panels at the end edge (bottom sheet on a phone). A panel is a row here and a module that is loaded when it
 * is first opened; the toolbar, the slot, the link and the Escape key know it from this list alone.
 */
import type { ComponentType } from 'react'
import type { Panel } from '../../link/index.ts'
import type { IconName } from '../shell/icons.tsx'
import type { MessageId } from '../words/words.ts'

export interface PanelProps {
  /** closes the panel and gives the focus back to where it was */
  close(): void
}

export interface PanelEntry {
  id: Panel
  title: MessageId
  load(): Promise<{ default: ComponentType<PanelProps> }>
  /**
   * Shown in the toolbar; absent: opened in other ways only. `first`: before everything else, on a phone too;
   * `bar`: a button where there is room, else in the menu; `menu`: always in the menu. `key`: what opens it too.
   */
  button?: { icon: IconName; in: 'first' | 'bar' | 'menu'; key?: string }
}

export const PANEL_ENTRIES: readonly PanelEntry[] = [
  {
    id: 'search',
    title: 'panel.search',
    load: () => import('../search/search-panel.tsx'),
    button: { icon: 'search', in: 'first', key: '/' },
  },
  {
    id: 'events',
    title: 'panel.events',
    load: () => import('./events/events-panel.tsx'),
    button: { icon: 'events', in: 'bar' },
  },
  {
    id: 'stories',
    title: 'panel.stories',
    load: () => import('./stories/stories-panel.tsx'),
    button: { icon: 'stories', in: 'bar' },
  },
  { id: 'event', title: 'panel.event', load: () => import('./events/event-panel.tsx') },
  { id: 'position', title: 'panel.position', load: () => import('./position/position-panel.tsx') },
  { id: 'why', title: 'panel.why', load: () => import('./why/why-panel.tsx') },
  {
    id: 'changes',
    title: 'panel.changes',
    load: () => import('./changes/changes-panel.tsx'),
    button: { icon: 'changes', in: 'bar' },
  },
  { id: 'compare', title: 'panel.compare', load: () => import('./compare/compare-panel.tsx') },
  {
    id: 'numbers',
    title: 'panel.numbers',
    load: () => import('./numbers/numbers-panel.tsx'),
    button: { icon: 'numbers', in: 'bar' },
  },
  {
    id: 'keys',
    title: 'panel.keys',
    load: () => import('./keys-panel.tsx'),
    button: { icon: 'keys', in: 'menu', key: '?' },
  },
  {
    id: 'about',
    title: 'panel.about',
    load: () => import('./about-panel.tsx'),
    button: { icon: 'info', in: 'menu' },
  },
  {
    id: 'method',
    title: 'panel.method',
    load: () => import('./about-panel.tsx'),
    button: { icon: 'method', in: 'menu' },
  },
  { id: 'corrections', title: 'panel.corrections', load: () => import('./about-panel.tsx') },
]

/** @returns the panel that a click on the map opens, once there is one */
export const ASK_PANEL: Panel | null = PANEL_ENTRIES.some(({ id }) => id === 'why') ? 'why' : null
