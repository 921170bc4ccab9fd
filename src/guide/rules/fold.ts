/**
 * Letters that Unicode does not take apart, and those that people type for one another because their keyboard has no
 * other: Turkish without its dots, Farsi and Arabic forms of one letter.
 */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
  ґ: 'г',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  // A bare hamza and the stroke that only stretches a word carry no letter.
  ء: '',
  ـ: '',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')
const APOSTROPHE = /(\p{L})[’'ʼ`´‘](?=\p{L})/gu

/**
 * A text as the search compares it: without case, marks and the differences of keyboards. Marks go before the case does,
 * because `'İ'.toLowerCase()` is two characters. A German umlaut may be written with an e, so both become the bare vowel.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    // Inside a Cyrillic word the sign belongs to it (сім'я), elsewhere an ending or an article stands there (Krefeld'e, l'aide).
    .replace(APOSTROPHE, (_, letter: string) => (/\p{Script=Cyrillic}/u.test(letter) ? letter : `${letter} `))
    .replace(/([aou])e/g, '$1')

/** The Arabic article and the short words written together with it: people search with and without. */
const ARTICLE = /^(?:[وف]?[بك]?ال|لل)(?=.{3})/u

/** The words of a text in the order in which they stand, folded. */
export const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.replace(ARTICLE, ''))
