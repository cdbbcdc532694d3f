/**
 * What the rest of the program asks of whatever colours the ground. Setting the day is the hot path: an
 * implementation changes paint only, it never rebuilds data, filters or style.
 */
import type { Atlas } from '../chronicle/atlas.ts'
import type { Texture } from '../chronicle/conflict.ts'
import type { Day } from '../chronicle/day.ts'
import type { Theme } from './palette.ts'

export interface Painter {
  /** Shows the map as of the end of that day. */
  setDay(day: Day): void
  /**
   * @param visible indexes into `Atlas.factions`; ground of the others turns to plain paper, fronts stay
   * @param switched what else is shown of the ground; what is not named is not
   */
  setVisibleFactions(visible: ReadonlySet<number>, switched?: SwitchedLooks): void
  /** Sets faces apart until called again, for example those that a panel speaks of. Empty: none. */
  setEmphasis(faces: readonly number[]): void
  /** Lets faces that just changed light up for a moment. Does nothing where the reader prefers less motion. */
  pulse(faces: readonly number[]): void
  setTheme(theme: Theme): void
  /** Paints a newer state of the atlas, with the same factions in the same order. No face is set apart or lit any more. */
  setAtlas(atlas: Atlas): void
  /** Draws everything again, after the graphics context was lost and came back. */
  repaint(): void
  destroy(): void
}

/** Looks of the ground that readers switch. */
export interface SwitchedLooks {
  /** whether ground of a faction that became part of another one stays recognisable */
  lineage?: boolean
  /** whether inferred fronts have bands as wide as they are unknown */
  doubt?: boolean
}

/** How factions look, in the order of `Atlas.factions`. */
export interface FactionLook {
  id: string
  /** CSS hex */
  colour: string
  texture: Texture
  /** ground of which nothing is said */
  blank?: boolean
  /** index of the faction that this one formally belongs to, or -1: between the two there is no front */
  partOf: number
}
