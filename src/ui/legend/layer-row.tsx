import type { OverlayId } from '../../map/overlays/registry.ts'
import { useApp, useView } from '../context.tsx'
import { SwitchRow } from '../shell/switch.tsx'

/** Switch of an overlay of the map. */
export function LayerRow({ id }: { id: OverlayId }) {
  const { session, words } = useApp()
  const { layers } = useView('layers')
  const on = layers.includes(id)
  const toggle = () =>
    session.change({
      layers: session.context.layers.filter((layer) => (layer === id ? !on : layers.includes(layer))),
    })
  return (
    <li className="legend-row">
      <SwitchRow on={on} set={toggle}>
        <span className="legend-name">{words.say(`layer.${id}`)}</span>
      </SwitchRow>
    </li>
  )
}
