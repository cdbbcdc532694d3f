export { createLinkHistory, type LinkHistory } from './history.ts'
export { KEYS } from './keys.ts'
export { formatLink, parseLink } from './link.ts'
export * from './state.ts'
