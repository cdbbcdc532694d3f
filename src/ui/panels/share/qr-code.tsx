/** The link as a square to be read by the camera of a phone. */
import { generate } from 'lean-qr'
import { toSvgPath } from 'lean-qr/extras/svg'
import { useMemo } from 'react'

/** Light border that readers of such codes need, in modules. */
const QUIET = 4

export default function QrCode({ address, label }: { address: string; label: string }) {
  const { path, size } = useMemo(() => {
    const code = generate(address)
    return { path: toSvgPath(code), size: code.size }
  }, [address])
  const box = `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`
  return (
    <svg className="share-qr" viewBox={box} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect x={-QUIET} y={-QUIET} width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
