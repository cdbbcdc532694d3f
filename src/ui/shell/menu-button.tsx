/** A button, and the menu that it opens. */
import { type ComponentProps, type ReactNode, useRef, useState } from 'react'
import type { MenuProps } from './menu-below.tsx'

interface MenuButtonProps extends Omit<ComponentProps<'button'>, 'onClick' | 'type' | 'ref'> {
  menu(props: MenuProps): ReactNode
}

export function MenuButton({ menu, ...button }: MenuButtonProps) {
  const [open, setOpen] = useState(false)
  const trigger = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        {...button}
        ref={trigger}
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      />
      {open && menu({ trigger, onClose: () => setOpen(false) })}
    </>
  )
}
