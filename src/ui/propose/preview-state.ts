/**
 * The proposal that is laid over the map, if any. It is no part of the view: a link never says it, and whoever loads the
 * page again has the published map.
 */
import { useSyncExternalStore } from 'react'
import type { BothAtlases } from '../../proposal/both-atlases.ts'
import type { Preview } from '../../proposal/compiler.ts'

export const PREVIEW_VIEWS = ['before', 'after', 'changes'] as const
export type PreviewView = (typeof PREVIEW_VIEWS)[number]

export interface ShownPreview extends BothAtlases {
  preview: Preview & { after: NonNullable<Preview['after']> }
  view: PreviewView
}

let shown: ShownPreview | null = null
const listeners = new Set<() => void>()

export const previewState = {
  get: () => shown,
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** @param next `null`: the published map again */
  show(next: ShownPreview | null) {
    shown = next
    for (const listener of [...listeners]) listener()
  },
}

export function useShownPreview(): ShownPreview | null {
  return useSyncExternalStore(previewState.subscribe, previewState.get)
}
