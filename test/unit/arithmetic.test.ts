import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ROOT = `${import.meta.dirname}/../..`;

/** Functions that compute with exact numbers, by the file that exports them. */
const ARITHMETIC = new Map([
  ['decimal', ['plus', 'minus', 'times', 'sum', 'roundTo']],
  ['money', ['round']],
  ['fraction', ['add', 'subtract', 'multiply', 'divide', 'total', 'floor', 'ceiling', 'roundHalfEven']],
]);

/** What computes with exact numbers elsewhere, and why that is no price. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'src/domain/money.ts': 'defines what rounding is',
  'src/domain/pricing-rule/logic-text.ts': 'compares how numbers are written',
  'src/domain/purchase/effect.ts': 'multiplies units of a feature',
  'src/domain/schedule/license-update.ts': 'counts licenses',
  'src/graphql/purchase/wallet.ts': 'sums a ledger, whose entries are amounts that were paid',
  'src/rest/fields.ts': 'writes a number without its exponent',
  'src/rest/revenue/shapes.ts': 'writes a fraction as a number of JSON',
};

/** The arithmetic that a file imports. */
function arithmeticIn(file: string): readonly string[] {
  const source = readFileSync(`${ROOT}/${file}`, 'utf8');
  if (file !== 'src/domain/decimal.ts' && /from 'big\.js'/.test(source)) return ['big.js'];
  return [...source.matchAll(/import \{([^}]*)\} from '[^']*\/(\w+)\.ts'/g)].flatMap(([, names = '', from = '']) => {
    const imported = names.split(',').map((name) => name.trim().split(' as ')[0]);
    return ARITHMETIC.get(from)?.filter((name) => imported.includes(name)) ?? [];
  });
}

test('Money is computed in src/domain/rating alone', () => {
  const files = globSync('src/**/*.ts', { cwd: ROOT }).filter((file) => arithmeticIn(file).length > 0);
  const elsewhere = files.filter((file) => !file.startsWith('src/domain/rating/'));
  expect(elsewhere.toSorted()).toEqual(Object.keys(ELSEWHERE));
  expect(files).toContain('src/domain/rating/slabs.ts');
});
