/** What every map on the page has in common: what it is made from, and what it follows in the reader's view. */
import { useEffect } from 'react'
import type { Faction } from '../../chronicle/conflict.ts'
import type { MapView, MapViewOptions, ShownOnMap } from '../../map/map-contract.ts'
import { type App, useApp, useView } from '../context.tsx'
import type { View } from '../session.ts'
import { factionLooks, shownFactions, shownPosts } from './looks.ts'

type Choices = Pick<View, 'hidden' | 'hiddenPosts' | 'layers' | 'kinds'>

/** What a map is made from. */
export type MapData = Pick<App, 'data' | 'atlas' | 'factions' | 'positions' | 'conflict' | 'events'>

/**
 * Options that follow from data and view; what is left differs from map to map.
 * @param source what is drawn, of the atlas that is shown or of another one
 */
export function mapOptions(
  { words, theme, session }: App,
  { data, atlas, factions, positions, conflict }: MapData,
  rest: Pick<MapViewOptions, 'container' | 'camera' | 'insets' | 'day' | 'label' | 'passive'> & {
    bbox?: MapViewOptions['bbox']
  },
): MapViewOptions {
  return {
    data,
    atlas,
    factions: factionLooks(atlas.factions, factions, conflict.start),
    positions,
    colours: new Map(factions.map(({ id, colour }) => [id, colour])),
    bbox: conflict.bbox,
    language: words.language,
    languages: conflict.languages,
    tiles: conflict.tiles,
    theme,
    shown: shownOnMap(factions, session.getView()),
    ...rest,
  }
}

/**
 * Keeps a map to what the reader switches on and off, to language and theme, and to the events once they are there.
 * @param map `null` until it stands
 * @param label what a screen reader calls it
 * @param source what it is made from
 */
export function useMapBindings(map: MapView | null, label: string, { factions, events }: MapData): void {
  const { words, theme } = useApp()
  const { hidden, hiddenPosts, layers, kinds } = useView('hidden', 'hiddenPosts', 'layers', 'kinds')
  useEffect(
    () => map?.setShown(shownOnMap(factions, { hidden, hiddenPosts, layers, kinds })),
    [map, factions, hidden, hiddenPosts, layers, kinds],
  )
  useEffect(() => map?.setEvents(events ?? []), [map, events])
  useEffect(() => map?.setLanguage(words.language, label), [map, words, label])
  useEffect(() => map?.setTheme(theme), [map, theme])
}

function shownOnMap(
  factions: readonly Faction[],
  { hidden, hiddenPosts, layers, kinds }: Choices,
): ShownOnMap {
  return {
    factions: shownFactions(factions, hidden),
    layers: new Set(layers),
    posts: shownPosts(factions, hidden, hiddenPosts),
    kinds: new Set(kinds),
  }
}
