export type { DayRange, Skipped } from './advance.ts'
export { QUIET_DAYS } from './advance.ts'
export type { Among } from './change-days.ts'
export { changeAfter, changeBefore } from './change-days.ts'
export {
  type Clock,
  type ClockOptions,
  type ClockSnapshot,
  createClock,
  type Direction,
  type Loop,
} from './clock.ts'
export type { Schedule } from './schedule.ts'
export { DAYS_PER_SECOND, nearestSpeed, SPEEDS, type Speed } from './speed.ts'
