import { sum } from '../domain/decimal.ts';
import { Account } from './account.ts';
import { builder } from './builder.ts';
import { MoneyType } from './money.ts';
import { requires } from './scopes.ts';

const WalletEntry = builder.drizzleObject('walletEntries', {
  name: 'WalletEntry',
  description: 'One movement of a wallet. Entries are only ever added.',
  ...requires('accounts:read'),
  select: { columns: { id: true } },
  fields: (t) => ({
    walletEntryId: t.exposeString('id', { description: 'The generated id.' }),
    amount: t.field({
      type: MoneyType,
      description: 'What was credited.',
      select: { columns: { amount: true, currency: true } },
      resolve: ({ amount, currency }) => ({ amount, currency }),
    }),
    purchaseId: t.exposeString('purchaseId', { description: 'The purchase or proposal that it comes from, by its generated id.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
  }),
});

const Wallet = builder.drizzleObject('accounts', {
  variant: 'Wallet',
  description: 'What an account has paid in beforehand.',
  ...requires('accounts:read'),
  select: { columns: { id: true } },
  fields: (t) => ({
    balance: t.field({
      type: MoneyType,
      description: "The sum of all entries, in the account's invoice currency.",
      select: { columns: { invoiceCurrency: true }, with: { walletEntries: { columns: { amount: true } } } },
      resolve: ({ walletEntries, invoiceCurrency }) => ({
        amount: sum(walletEntries.map(({ amount }) => amount)),
        currency: invoiceCurrency,
      }),
    }),
    entries: t.relatedConnection('walletEntries', {
      type: WalletEntry,
      totalCount: true,
      description: 'Its movements, the newest first.',
      query: { orderBy: { id: 'desc' } },
    }),
  }),
});

builder.drizzleObjectField(Account, 'wallet', (t) => t.variant(Wallet, { description: 'What it has paid in beforehand.' }));
