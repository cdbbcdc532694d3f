import type { OverlayId } from '../../map/overlays/registry.ts'
import { useApp, useView } from '../context.tsx'

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
      <label className="switch-row">
        <input
          type="checkbox"
          className="switch"
          role="switch"
          aria-checked={on}
          checked={on}
          onChange={toggle}
        />
        <span className="legend-name">{words.say(`layer.${id}`)}</span>
      </label>
    </li>
  )
}
