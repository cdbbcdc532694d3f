/** All that was made of a dataset before it is guarded and written. */
import type { ArcKind } from '../../chronicle/atlas.ts'
import type { Faces } from '../faces/faces.ts'
import type { Ground } from '../ground/ground.ts'
import type { ClaimedPeriod } from '../histories/timeline.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Partition } from '../partition/partition.ts'
import type { Dataset } from '../read/model.ts'

export interface Compiled extends Faces {
  dataset: Dataset
  ledger: Ledger
  ground: Ground
  partition: Partition
  /** history of each site */
  histories: ClaimedPeriod[][]
  /** kind of each chain */
  kinds: ArcKind[]
  /** metres to either side within which each chain may have run, 0 on the border */
  errors: number[]
}
