import { useApp, useView } from '../context.tsx'

/** Switch of a layer of the map. */
export function LayerRow({ id, name }: { id: string; name: string }) {
  const { session } = useApp()
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
        <span className="legend-name">{name}</span>
      </label>
    </li>
  )
}
