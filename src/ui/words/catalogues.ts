/** The messages of each language, fetched when the language is first spoken. */
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type { Language } from '../../chronicle/conflict.ts'
import type en from '../messages/en.json'

export type MessageId = keyof typeof en

/** As written, or parsed already: so they are in a built page, see vite/messages.ts. */
export type Catalogue = Record<MessageId, string | MessageFormatElement[]>

/** @throws when the file does not arrive */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  const module = language === 'ar' ? import('../messages/ar.json') : import('../messages/en.json')
  return (await module).default
}
