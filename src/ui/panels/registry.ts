/**
 * The panels at the end edge (bottom sheet on a phone). A panel is a row here and a module that is loaded when it
 * is first opened; the toolbar, the slot, the link and the Escape key know it from this list alone.
 */
import type { Panel } from '../../link/index.ts'
import type { PanelEntry } from './contract.ts'

export const PANEL_ENTRIES: readonly PanelEntry[] = [
  {
    id: 'search',
    title: 'panel.search',
    load: () => import('../search/search-panel.tsx'),
    button: { icon: 'search', in: 'first' },
    key: { shown: '/', writes: ['/'], code: 'Slash', says: 'keys.search' },
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
  { id: 'propose', title: 'panel.propose', load: () => import('../propose/propose-panel.tsx') },
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
    button: { icon: 'keys', in: 'menu', keyboard: true },
    key: { shown: '?', writes: ['?', '؟'], says: 'keys.help' },
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
  {
    id: 'picture',
    title: 'panel.picture',
    load: () => import('./picture/picture-panel.tsx'),
    button: { icon: 'picture', in: 'menu' },
  },
  { id: 'share', title: 'panel.share', load: () => import('./share/share-panel.tsx') },
  {
    id: 'data',
    title: 'panel.data',
    load: () => import('./data-panel.tsx'),
    button: { icon: 'download', in: 'menu' },
  },
  { id: 'corrections', title: 'panel.corrections', load: () => import('./about-panel.tsx') },
]

/** @returns the panel that a click on the map opens, once there is one */
export const ASK_PANEL: Panel | null = PANEL_ENTRIES.some(({ id }) => id === 'why') ? 'why' : null

/** The keys that open panels, in the order of the rows. */
export const PANEL_KEYS = PANEL_ENTRIES.flatMap(({ key }) => key ?? [])
