/** The messages of a language, as src/ui/messages/<code>.json holds them. */
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import type first from '../messages/en.json'

/** Those that begin with `failure.` are part of the page, see src/ui/shell/trouble.tsx. */
export type MessageId = Exclude<keyof typeof first, `failure.${string}`>

/** As written, or parsed already: so they are in a built page, see vite/messages.ts. */
export type Catalogue = Record<MessageId, string | MessageFormatElement[]>
