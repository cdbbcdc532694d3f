/** What was open before the share sheet: it is that view that is shared, not the sheet. */
import type { Panel } from '../../../link/index.ts'
import type { Session } from '../../session.ts'

let before: Panel | null = null

export function openShare(session: Session): void {
  const { panel } = session.getView()
  before = panel === 'share' ? before : panel
  session.change({ panel: 'share' })
}

/** @returns the panel that the shared link opens */
export const sharedPanel = (): Panel | null => before
