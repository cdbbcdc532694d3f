export { type AddressBar, createLinkHistory, type LinkHistory, type Timer } from './history.ts'
export { KEYS, LINK_VERSION } from './keys.ts'
export { defaultState, formatLink, type ParsedLink, parseLink } from './link.ts'
export * from './state.ts'
