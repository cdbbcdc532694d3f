/** Text of the data in the reader's language; in another one where it was not written in this, and then it says so. */
import { languageRow } from '../../chronicle/languages.ts'
import { type Text, textIn } from '../../chronicle/text.ts'
import { useWords } from '../context.tsx'

export interface DataTextProps {
  of: Text
  /** a name, not a sentence: it stays as it is, and only machines are told its language */
  name?: boolean
}

export function DataText({ of, name = false }: DataTextProps) {
  const words = useWords()
  const { text, language } = textIn(of, words.language)
  if (language === words.language) return text
  return (
    <>
      <bdi lang={language} dir={languageRow(language).direction}>
        {text}
      </bdi>
      {!name && <small className="other-language"> ({words.languageName(language)})</small>}
    </>
  )
}
