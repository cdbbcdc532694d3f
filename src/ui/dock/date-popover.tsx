/** Goes to a day by calendar or by typing. Loaded when first opened. */
import { CalendarDate, parseDate } from '@internationalized/date'
import { useContext, useRef } from 'react'
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarStateContext,
  DateField,
  DateInput,
  DateSegment,
  Dialog,
  Heading,
  I18nProvider,
  Label,
  Modal,
  ModalOverlay,
} from 'react-aria-components'
import { dayOf, isoOf } from '../../chronicle/day.ts'
import { useApp, useClock } from '../context.tsx'
import { Icon } from '../shell/icons.tsx'
import { useCrowded } from '../shell/use-page.ts'

/** In the words of the page: browsers do not know the months of every language. */
function MonthHeading() {
  const { words } = useApp()
  const { start } = useContext(CalendarStateContext)!.visibleRange
  return <Heading>{words.month(dayOf(start.toString()), 'long', true)}</Heading>
}

export interface DatePopoverProps {
  /** the day to choose; that of the clock when absent */
  day?: number
  onPick?(day: number): void
  /** first and last day on offer; those of the atlas shown, with its changes marked, when absent */
  span?: { start: number; end: number }
  onClose(): void
}

export default function DatePopover({ day: given, onPick, span, onClose }: DatePopoverProps) {
  const { session, words, atlas } = useApp()
  const { clock } = session
  const { day: ofClock } = useClock('day')
  const day = given ?? ofClock
  const [first, last] = [span?.start ?? atlas.start, span?.end ?? atlas.end].map((day) =>
    parseDate(isoOf(day)),
  )
  const shown = parseDate(isoOf(day))
  const crowded = useCrowded()
  const changing = useRef(new Set(span ? [] : clock.changeDays))
  const go = (date: { toString(): string } | null) => {
    if (date instanceof CalendarDate && date.compare(first) >= 0 && date.compare(last) <= 0)
      (onPick ?? clock.setDay)(dayOf(date.toString()))
  }
  return (
    <I18nProvider locale={words.locale}>
      <ModalOverlay
        className="popover-overlay"
        isDismissable
        isOpen
        onOpenChange={(open) => !open && onClose()}
      >
        <Modal className="popover date-popover">
          <Dialog aria-label={words.say('dock.pick')}>
            <div className="date-typed">
              <DateField value={shown} minValue={first} maxValue={last} onChange={go} shouldForceLeadingZeros>
                <Label>{words.say('date.type')}</Label>
                <DateInput className="date-input">{(segment) => <DateSegment segment={segment} />}</DateInput>
              </DateField>
              <Button className="button-plain" slot="close" onPress={onClose} aria-label={words.say('close')}>
                <Icon name="close" />
              </Button>
            </div>
            <Calendar
              aria-label={words.say('dock.pick')}
              value={shown}
              minValue={first}
              maxValue={last}
              onChange={(date) => {
                go(date)
                onClose()
              }}
            >
              <header className="calendar-head">
                <Button slot="previous" className="button-plain">
                  <Icon name="back" flip />
                </Button>
                <MonthHeading />
                <Button slot="next" className="button-plain">
                  <Icon name="ahead" flip />
                </Button>
              </header>
              <CalendarGrid weekdayStyle={crowded ? 'narrow' : 'short'}>
                <CalendarGridHeader>
                  {(name) => <CalendarHeaderCell>{name}</CalendarHeaderCell>}
                </CalendarGridHeader>
                <CalendarGridBody>
                  {(date) => (
                    <CalendarCell
                      date={date}
                      className={
                        changing.current.has(dayOf(date.toString()))
                          ? 'calendar-day has-change'
                          : 'calendar-day'
                      }
                    />
                  )}
                </CalendarGridBody>
              </CalendarGrid>
            </Calendar>
            {!span && (
              <p className="date-note">
                <span className="change-dot" /> {words.say('date.note')}
              </p>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  )
}
