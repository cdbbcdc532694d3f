import type { Atlas } from '../../../chronicle/atlas.ts'
import type { EvidenceFile } from '../../../chronicle/evidence.ts'
import { Explainer } from '../../../chronicle/explain.ts'

const made = new WeakMap<EvidenceFile, Explainer>()

/** @returns the explainer of this evidence, built when first asked for */
export function explainerOf(evidence: EvidenceFile, atlas: Atlas): Explainer {
  let explainer = made.get(evidence)
  if (!explainer) {
    explainer = new Explainer(evidence, atlas)
    made.set(evidence, explainer)
  }
  return explainer
}
