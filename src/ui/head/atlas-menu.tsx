/**
 * The menu of atlases. Another one is another page of this build, in the same language and theme. Below, the days on
 * which two of them meet, side by side.
 */
import type { RefObject } from 'react'
import { I18nProvider, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components'
import { dayOf } from '../../chronicle/day.ts'
import { addressOf, linkToAtlas } from '../../link/index.ts'
import { type Meeting, meetingsOf } from '../compare/meetings.ts'
import { useShowMeeting } from '../compare/use-meeting.ts'
import { useApp } from '../context.tsx'
import { ATLASES } from '../data/load.ts'
import './atlas-menu.css'

export interface AtlasMenuProps {
  trigger: RefObject<HTMLButtonElement | null>
  onClose(): void
}

export default function AtlasMenu({ trigger, onClose }: AtlasMenuProps) {
  const { words, session, conflict } = useApp()
  const meetings = meetingsOf(ATLASES)
  const showMeeting = useShowMeeting()
  const open = (id: string) => {
    if (id !== conflict.id) location.assign(addressOf(linkToAtlas(id, session.getView(), session.context)))
  }
  return (
    <I18nProvider locale={words.locale}>
      <Popover
        className="tool-popover"
        triggerRef={trigger}
        placement="bottom start"
        isOpen
        onOpenChange={(open) => !open && onClose()}
      >
        <Menu
          aria-label={words.say('atlas.others')}
          className="tool-menu"
          autoFocus="first"
          onAction={(key) => {
            const meeting = meetings.find((one) => keyOf(one) === key)
            if (meeting) showMeeting(meeting)
            else open(String(key))
          }}
          onClose={onClose}
        >
          <MenuSection
            aria-label={words.say('atlas.others')}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[conflict.id]}
          >
            {ATLASES.map(({ id, title, start, end }) => (
              <MenuItem
                key={id}
                id={id}
                textValue={words.text(title)}
                className={id === conflict.id ? 'tool-item atlas-item is-on' : 'tool-item atlas-item'}
              >
                {words.text(title)}
                <small>{words.dateRange(dayOf(start), dayOf(end))}</small>
              </MenuItem>
            ))}
          </MenuSection>
          {meetings.length > 0 && (
            <MenuSection aria-label={words.say('compare.meeting')} className="atlas-meetings">
              {meetings.map((meeting) => (
                <MenuItem
                  key={keyOf(meeting)}
                  id={keyOf(meeting)}
                  textValue={words.say('compare.meeting')}
                  className="tool-item atlas-item"
                >
                  {words.say('compare.meeting')}
                  <small>
                    {words.say('compare.meeting-days', {
                      earlier: words.date(meeting.earlier.day),
                      later: words.date(meeting.later.day),
                    })}
                  </small>
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </I18nProvider>
  )
}

/** No id of an atlas has a colon. */
const keyOf = ({ earlier, later }: Meeting) => `${earlier.atlas}:${later.atlas}`
