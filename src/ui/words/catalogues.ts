/** The messages of each language, fetched when the language is first spoken. */
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { Language } from '../../chronicle/languages.ts'
import type first from '../messages/en.json'

/** Those that begin with `failure.` are part of the page, see src/ui/shell/trouble.tsx. */
export type MessageId = Exclude<keyof typeof first, `failure.${string}`>

/** As written, or parsed already: so they are in a built page, see vite/messages.ts. */
export type Catalogue = Record<MessageId, string | MessageFormatElement[]>

const catalogues = import.meta.glob<{ default: Catalogue }>('../messages/*.json')

/** @throws when the file does not arrive */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  return (await catalogues[`../messages/${language}.json`]()).default
}
