import type { Decimal } from '../../domain/decimal.ts';
import { type Fraction, textOf, toDecimal } from '../../domain/rating/fraction.ts';
import { builder } from '../builder.ts';

export const ExactNumber = builder.objectRef<Fraction>('ExactNumber').implement({
  description: 'A number without any rounding: the quotient `numerator / denominator` in lowest terms.',
  fields: (t) => ({
    decimal: t.string({
      nullable: true,
      description:
        'The number as a decimal with all of its places, such as `"0.40625"`. `null`: the decimal never ends, as that of 5500/31.',
      resolve: (value) => toDecimal(value),
    }),
    numerator: t.string({ description: 'Whole number, with a minus sign if it is negative.', resolve: ({ numerator }) => `${numerator}` }),
    denominator: t.string({ description: 'Whole number greater than 0.', resolve: ({ denominator }) => `${denominator}` }),
  }),
});

/** Returns a number of the catalogue, such as a rate, as the decimal that it was given as. Any other number is a bug of the caller. */
export function decimalOf(value: Fraction): Decimal {
  const decimal = toDecimal(value);
  if (decimal === null) throw new Error(`${textOf(value)} is no decimal.`);
  return decimal;
}
