/** A sign for each kind of event, as strokes in a box of 20 × 20: the map draws them, and so does the legend. */
import type { EventKind } from '../chronicle/events.ts'

export const EVENT_GLYPHS: Record<EventKind, string> = {
  offensive: 'M5.5 6l4 4-4 4M10.5 6l4 4-4 4',
  battle: 'M6.2 6.2l7.6 7.6M13.8 6.2l-7.6 7.6',
  strike: 'M10 4.8v9.6M6.4 10.8l3.6 3.8 3.6-3.8',
  attack: 'M10 5v10M5.7 7.5l8.6 5M14.3 7.5l-8.6 5',
  massacre: 'M10 5.4a4.6 4.6 0 1 0 .01 0M10 9.4a.6.6 0 1 0 .01 0',
  explosion: 'M10 4.4l1.6 4 4 1.6-4 1.6-1.6 4-1.6-4-4-1.6 4-1.6z',
  displacement: 'M5 10h9.6M11 6.4l3.8 3.6-3.8 3.6',
  deal: 'M5.6 8h8.8M5.6 12h8.8',
  political: 'M5 8.6L10 5l5 3.6M7 9.5v4M10 9.5v4M13 9.5v4M5.6 15h8.8',
  statement: 'M5.4 6h9.2v6.2H10L7.2 15v-2.8H5.4z',
  base: 'M5.6 14.6V9.2L10 5.4l4.4 3.8v5.4z',
}
