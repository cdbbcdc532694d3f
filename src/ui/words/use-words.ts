import { useEffect, useState } from 'react'
import type { Language } from '../../chronicle/languages.ts'
import { loadWords } from './load-words.ts'
import type { Words } from './words.ts'

/**
 * @param first words that are there already
 * @param onMissing called when the messages of the language do not arrive; the reader keeps the words of before
 * @returns words of the language, as soon as they have arrived; until then those of the language before
 */
export function useWordsOf(language: Language, first: Words, onMissing: (kept: Words) => void): Words {
  const [words, setWords] = useState(first)
  useEffect(() => {
    if (language === words.language) return
    let over = false
    loadWords(language).then(
      (loaded) => !over && setWords(loaded),
      () => !over && onMissing(words),
    )
    return () => {
      over = true
    }
  }, [language, words, onMissing])
  return words
}
