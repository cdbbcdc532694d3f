/** Who holds the point that is asked about on the day shown: whom a proposed claim most likely takes it from. */
import { periodAt } from '../../chronicle/history.ts'
import { useApp, useClock, useView } from '../context.tsx'

/** @returns faction id, or `null` where no point is asked about */
export function useHolderHere(): string | null {
  const { map, atlas, evidence } = useApp()
  const { at, place } = useView('at', 'place')
  const { day } = useClock('day')
  const known = place === null ? null : evidence?.places.find(({ id }) => id === place)
  const point = known ? ([known.lon, known.lat] as const) : at
  const face = point && map ? atlas.faces[map.faces.faceAt(point[0], point[1])] : undefined
  return face ? atlas.factions[periodAt(face.history, day).holder] : null
}
