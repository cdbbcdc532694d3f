/** A choice of one among a few, side by side. */
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

interface SegmentsProps<Id extends string> {
  /** what is chosen; or the id of the element that says it */
  label: string | { by: string }
  ids: readonly Id[]
  chosen: Id
  choose(id: Id): void
  text(id: Id): string
  isDisabled?(id: Id): boolean
}

export function Segments<Id extends string>({
  label,
  ids,
  chosen,
  choose,
  text,
  isDisabled,
}: SegmentsProps<Id>) {
  return (
    <ToggleButtonGroup
      className="segments"
      selectionMode="single"
      disallowEmptySelection
      {...(typeof label === 'string' ? { 'aria-label': label } : { 'aria-labelledby': label.by })}
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => choose([...keys][0] as Id)}
    >
      {ids.map((id) => (
        <ToggleButton key={id} id={id} className="segment" isDisabled={isDisabled?.(id)}>
          {text(id)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
