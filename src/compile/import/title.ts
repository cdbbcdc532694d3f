/** What a person says about the imported data. */
export interface ImportTitle {
  /** of the conflict or the map, in English; an editor adds other languages to conflict.json */
  title: string
  /** who made the snapshots */
  publisher: string
  url: string | null
}
