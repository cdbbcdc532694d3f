/** A menu below the button that opened it; what it lists is said by its parts. */
import type { RefObject } from 'react'
import { I18nProvider, Menu, Popover, type MenuProps as RowsProps } from 'react-aria-components'
import { useApp } from '../context.tsx'

export interface MenuProps {
  trigger: RefObject<HTMLButtonElement | null>
  onClose(): void
}

/** @param edge of the menu that lies below the same edge of the button */
export function MenuBelow<T extends object>({
  trigger,
  onClose,
  edge = 'end',
  ...rows
}: MenuProps & RowsProps<T> & { edge?: 'start' | 'end' }) {
  const { words } = useApp()
  return (
    <I18nProvider locale={words.locale}>
      <Popover
        className="tool-popover"
        triggerRef={trigger}
        placement={`bottom ${edge}`}
        isOpen
        onOpenChange={(open) => !open && onClose()}
      >
        <Menu {...rows} className="tool-menu" autoFocus="first" onClose={onClose} />
      </Popover>
    </I18nProvider>
  )
}
