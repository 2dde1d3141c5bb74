/**
 * Returns the form of a name by which lists are ordered and searched, without case and accents. `Émile`, `ÉMILE` and `emile` fold to
 * `emile`, `Straße` to `strasse`, `İstanbul` to `istanbul`. Compatibility forms, such as full-width letters, fold to the ordinary letter.
 * Scripts without case do not change.
 */
export function fold(text: string): string {
  const bare = text.normalize('NFKD').replace(DIACRITICS, '').toLowerCase().replace(DIACRITICS, '');
  return bare.replace(LETTERS, (letter) => BASE_LETTERS[letter] ?? letter).normalize('NFC');
}

/** The marks that accent letters. The vowel signs of other scripts are not among them. */
const DIACRITICS = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;

/** Letters that Unicode does not decompose into a letter and a mark, with what people type instead. */
const BASE_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
};
const LETTERS = new RegExp(`[${Object.keys(BASE_LETTERS).join('')}]`, 'g');
