import { describe, expect, test } from 'vitest';
import { fold } from '../../src/domain/fold.ts';

describe('A folded name', () => {
  test.each([
    ['Émile', 'emile'],
    ['E\u0301MILE', 'emile'],
    ['ÉCUEIL', 'ecueil'],
    ['İstanbul', 'istanbul'],
    ['Diyarbakır', 'diyarbakir'],
    ['Straße', 'strasse'],
    ['GROẞ', 'gross'],
    ['Łódź', 'lodz'],
    ['Ørsted', 'orsted'],
    ['Þórður', 'thordur'],
    ['Œuvre Æther', 'oeuvre aether'],
    ['Nguyễn', 'nguyen'],
    ['ΟΔΥΣΣΕΎΣ', 'οδυσσευσ'],
    ['ЁЛКА', 'елка'],
    ['ＡＢＣ', 'abc'],
    ['ﬁn', 'fin'],
    ['a-b_c 1', 'a-b_c 1'],
    ['', ''],
  ])('has neither case nor accents: %s is %s', (name, folded) => {
    expect(fold(name)).toBe(folded);
  });

  test.each(['東京', 'がくせい', '한국', 'हिन्दी', 'שלום', 'عربي'])('is the name itself where a script has neither: %s', (name) => {
    expect(fold(name)).toBe(name.normalize('NFC'));
  });

  test('is folded already, and of one case, whatever the letter', () => {
    for (let point = 0; point < 0x11_0000; point++) {
      if (point >= 0xd800 && point < 0xe000) continue;
      const letter = String.fromCodePoint(point);
      const folded = fold(letter);
      if (fold(folded) !== folded || folded.toLowerCase() !== folded) throw new Error(`U+${point.toString(16)}: ${folded}`);
    }
  });
});
