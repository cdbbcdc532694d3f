/** The words of the form: a catalogue of its own for each language, fetched with the form, so that the first view carries none of it. */
import { useCallback } from 'react'
import { useApp } from '../context.tsx'
import { type Loaded, useLoaded } from '../data/use-loaded.ts'
import type { Messages, Say } from '../words/words.ts'
import type first from './messages/en.json'

export type ProposeId = keyof typeof first
export type ProposeSay = Say<ProposeId>

const catalogues = import.meta.glob<{ default: Messages<ProposeId> }>('./messages/*.json')

/** @returns what says the words of the form in the reader's language, once they have arrived */
export function useProposeWords(): Loaded<ProposeSay> {
  const { words } = useApp()
  const load = useCallback(async () => {
    const { default: messages } = await catalogues[`./messages/${words.language}.json`]()
    return words.sayOf(messages)
  }, [words])
  return useLoaded(load)
}
