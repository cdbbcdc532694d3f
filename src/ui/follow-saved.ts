/**
 * While developing, claims that are saved change the open page: map, reader's view and open panels stay, and what follows
 * from the claims is replaced. What cannot be replaced so loads the page again. The build leaves all of this out.
 */
import type { Atlas } from '../chronicle/atlas.ts'
import type { EvidenceFile } from '../chronicle/evidence.ts'
import type { MapView } from '../map/map-contract.ts'
import { SAVED, type Saved } from './data/atlas-list.ts'
import { type AtlasData, DATA, loadNewerAtlas } from './data/load.ts'
import { lightMapReason } from './map/choose-map.ts'
import { type Opening, told } from './opening.ts'
import { previewState } from './propose/preview-state.ts'
import type { Session } from './session.ts'

/** What follows from the claims, besides the evidence. */
export type Told = Pick<Opening, 'data' | 'changes' | 'series'>

/** What the page shows now. */
interface Shown {
  data: AtlasData
  map: MapView | null
}

/**
 * @param show puts the newer state in the place of the one shown; the map has it already
 * @returns a function that ends it
 */
export function followSaved(
  hot: NonNullable<ImportMeta['hot']>,
  session: Session,
  shown: () => Shown,
  show: (told: Told, evidence: EvidenceFile) => void,
): () => void {
  /** of the newest that was heard of; what arrives later of an older one is left */
  let number = 0

  async function onSaved({ data: saved }: Saved) {
    const own = ++number
    // What was wrong stands over the page until somebody takes it away; what still is, is said right after this.
    for (const overlay of document.querySelectorAll('vite-error-overlay')) overlay.remove()
    const { data, map } = shown()
    const isShown = new URL(saved, document.baseURI).href === DATA
    // A proposal stands upon the data as they were.
    const isProposing = session.getView().panel === 'propose' || previewState.get() !== null
    if (!isShown || !map || isProposing) return location.reload()
    const next = await loadNewerAtlas(data, lightMapReason() !== null)
    const { atlas } = next.data
    if (frameOf(atlas) !== frameOf(data.atlas)) return location.reload()
    const newer = { data: next.data, ...(await told(atlas)) }
    if (own !== number) return
    map.setAtlas(atlas)
    // Rendered together with whatever else is rendered next: nobody asks the map about an atlas that the page has not.
    show(newer, next.evidence)
    requestAnimationFrame(() => {
      performance.mark('claims-shown')
      if (own === number) session.clock.setChangeDays(newer.changes.map(({ day }) => day))
    })
  }

  const listen = (saved: Saved) => void onSaved(saved).catch(() => location.reload())
  hot.on(SAVED, listen)
  return () => hot.off(SAVED, listen)
}

/** What the rest of the page was made from, too. */
const frameOf = ({ start, end, factions, governorates }: Atlas) =>
  JSON.stringify([start, end, factions, governorates])
