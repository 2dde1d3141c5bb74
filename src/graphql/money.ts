import type { Money } from '../domain/money.ts';
import { builder } from './builder.ts';

export const MoneyType = builder.objectRef<Money>('Money').implement({
  description: 'An amount in a currency.',
  fields: (t) => ({
    amount: t.expose('amount', {
      type: 'Decimal',
      description: 'The exact amount. An amount due is rounded to the minor units of the currency.',
    }),
    currency: t.expose('currency', { type: 'CurrencyCode', description: 'Currency of the amount.' }),
  }),
});
