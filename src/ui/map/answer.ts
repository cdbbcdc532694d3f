/** What a click on the map asks for: the event or the position that is drawn there, else the ground. */
import type { Panel } from '../../link/index.ts'
import type { PointerReport } from '../../map/map-contract.ts'
import type { View } from '../session.ts'

/** @param askPanel the panel that answers for ground */
export function answerTo(
  { lon, lat, event, position }: Pick<PointerReport, 'lon' | 'lat' | 'event' | 'position'>,
  askPanel: Panel | null,
): Partial<View> {
  if (event) return { event: event.id.toLowerCase(), panel: 'event', at: null, place: null }
  if (position) return { site: position.site, panel: 'position', at: null, place: null }
  return { at: [lon, lat], place: null, panel: askPanel }
}
