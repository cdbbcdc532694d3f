/** The ground of the day, or of the stretch, for the exports that write it in one format or another. */
import type { Atlas } from '../../chronicle/atlas.ts'
import { isoOf } from '../../chronicle/day.ts'
import { type GroundPiece, groundBetween, groundOn } from '../../formats/ground.ts'
import type { ExportSource } from './contract.ts'

/** @returns the exact atlas, its ground in the language of the reader, and what the file is called */
export async function groundOf({
  app: { factions, words },
  day,
  days,
  exactAtlas,
}: ExportSource): Promise<{ atlas: Atlas; pieces: GroundPiece[]; name: string }> {
  const atlas = await exactAtlas()
  const naming = { factions, language: words.language }
  return days
    ? { atlas, pieces: groundBetween(atlas, naming, days), name: `ground-${daysName(days)}` }
    : { atlas, pieces: groundOn(atlas, naming, day), name: `ground-${isoOf(day)}` }
}

/** @returns a stretch as a part of a file's name */
export const daysName = ({ from, to }: NonNullable<ExportSource['days']>) => `${isoOf(from)}-to-${isoOf(to)}`
