/** A part of the record that is folded until a reader wants it. */
import type { ReactNode } from 'react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { Icon } from '../../shell/icons.tsx'

export function FoldedRecord({
  title,
  note,
  children,
}: {
  title: string
  note: string
  children: ReactNode
}) {
  return (
    <Disclosure className="folded">
      <Heading level={3}>
        <Button slot="trigger" className="folded-button">
          <Icon name="chevron" /> {title}
        </Button>
      </Heading>
      <DisclosurePanel>
        <p className="why-note">{note}</p>
        {children}
      </DisclosurePanel>
    </Disclosure>
  )
}
