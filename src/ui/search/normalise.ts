/**
 * Spelling out of the way. Names of places reach a reader in many spellings: Arabic with and without marks, and as
 * many romanizations as there are newspapers. Two foldings of a word, one coarser than the other:
 *
 * - `plain`: letters only. Small letters without accents, apostrophes or vowel marks; one form of alef, ya, ta marbuta.
 * - `sound`: Latin words only. What romanizations agree on: vowels in one class, `q` as `k`, `dh` as `d`,
 *   `Tall`/`Tel`/`Tell` and `Deir`/`Dayr` as one word. `Qala'a`, `Qalaa` and `Qelaa` become the same word.
 *
 * Articles (`al-`, `ash-`, `ال`) are left out of both, because readers leave them out.
 */

import { latinDigits } from '../../chronicle/text.ts'

const ARABIC_MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640]/g
const ARABIC_FORMS: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ہ: 'ه',
  ک: 'ك',
  ء: '',
}
/** Latin letters that Unicode does not take apart. */
const LATIN_FORMS: Record<string, string> = {
  ı: 'i',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
}
/** Signs for hamza and ayn, and all kinds of quotation marks that stand for them. */
const APOSTROPHES = /['’‘`´ʻʼʾʿˈ′"“”]/g
const ARTICLES = new Set([
  'al',
  'el',
  'ar',
  'as',
  'ash',
  'at',
  'ath',
  'an',
  'ad',
  'adh',
  'az',
  'ez',
  'es',
  'er',
  'et',
  'esh',
  'ed',
  'en',
  'l',
  'il',
  'ul',
])
const SCRIPT_ARABIC = /[\u0600-\u06ff]/

/** @returns the text in small letters, without marks and accents, with one form of each letter */
export function fold(text: string): string {
  return latinDigits(text)
    .normalize('NFD')
    .replace(ARABIC_MARKS, '')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(/[أإآٱىیئؤةہکءıøßæœđħł]/g, (letter) => ARABIC_FORMS[letter] ?? LATIN_FORMS[letter] ?? letter)
}

/** @returns the words of a text, folded, articles left out unless there is nothing else */
export function plainWords(text: string): string[] {
  const words = fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const kept = words.filter((word) => !ARTICLES.has(word)).map(withoutArticle)
  return kept.length > 0 ? kept : words
}

/** `الكتاب` → `كتاب`; short words keep what only looks like an article (`الب`). */
function withoutArticle(word: string): string {
  if (SCRIPT_ARABIC.test(word)) return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word
  return word
}

/** Words that stand before many names, in the spellings in use. */
const SAME_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^t[ae]ll?$/, 'tal'],
  [/^(d[ae]i?y?r|deyr|dair)$/, 'dayr'],
  [/^k[aeu]?f[ae]?r$/, 'kafr'],
  [/^(jabal|jebel|djebel|gabal|gebel|jabel|jbel)$/, 'jabal'],
  [/^(ay?i?n|eyn|ein|ain)$/, 'ayn'],
  [/^(khirbat|khirbet|kherbet|khurbat|khirba|khirbeh)$/, 'khirbat'],
  [/^(bayt|beit|beyt|bet)$/, 'bayt'],
  [/^(shaykh|sheikh|shaikh|sheik|cheikh|sheyh|seyh)$/, 'shaykh'],
]
/** Pairs of letters that one romanization has where another has a single one. */
const LETTERS: readonly (readonly [RegExp, string])[] = [
  [/ch/g, 'sh'],
  [/dj/g, 'j'],
  [/kh/g, 'x'],
  [/sh/g, '$'],
  [/gh/g, 'g'],
  [/th/g, 't'],
  [/dh|zh/g, 'd'],
  [/ph/g, 'f'],
  [/q|c/g, 'k'],
  [/p/g, 'b'],
  [/v/g, 'w'],
  [/z/g, 's'],
]

/** @returns how a folded Latin word sounds, roughly; other scripts as they are */
export function sound(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word
  let text = SAME_WORDS.find(([spelling]) => spelling.test(word))?.[1] ?? word
  for (const [from, to] of LETTERS) text = text.replace(from, to)
  return (
    text
      // Qal'ah, Madinah: an h at the end is silent after a vowel.
      .replace(/([aeiouy])h$/, '$1')
      // Zawr and Zor: a w that closes a syllable is a vowel.
      .replace(/[aeiou]w(?![aeiouy])/g, 'o')
      // Swaq and Suwaq: a w between vowels carries the vowel before it.
      .replace(/[aeiou]*w/g, 'w')
      .replace(/[aeiouy]+/g, 'a')
      .replace(/(.)\1+/g, '$1')
  )
}

/** @returns how all words of a text sound, and the text without its gaps: `Deirelqamar` finds `Deir el-Qamar` */
export function soundWords(text: string): string[] {
  const words = plainWords(text)
  const all = words.map(sound)
  return words.length > 1 ? [...all, sound(words.join(''))] : all
}

/** @returns whether some of the texts hold every word that was typed, spelling aside; the last word may be unfinished */
export function hasWords(texts: readonly string[], typed: string): boolean {
  const wanted = plainWords(typed)
  if (wanted.length === 0) return false
  const plain = texts.flatMap(plainWords)
  const sounds = new Set(plain.map(sound))
  return wanted.every(
    (word) => plain.some((have) => have.startsWith(word)) || (word.length > 2 && sounds.has(sound(word))),
  )
}
