export { createLinkHistory, type LinkHistory } from './history.ts'
export { KEYS } from './keys.ts'
export { formatLink, linkToAtlas, linkToComparison, parseLink, saysAView } from './link.ts'
export * from './state.ts'
