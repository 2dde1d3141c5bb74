import type { PaymentMode } from '../domain/purchase.ts';
import type { Context } from '../operations/context.ts';
import type { Where } from '../store/list.ts';
import { type ProposalConditions, proposalsWhere } from '../store/proposal-list.ts';
import { Account } from './account.ts';
import { builder } from './builder.ts';
import { describedEnum } from './enums.ts';
import { countAlong, counted, DateTimeRange, enumFilter, NumberFilter, seek, TextFilter, whereInput } from './list.ts';
import { PurchaseStatusEnum, PurchaseTerms, PurchaseTypeEnum } from './purchase-terms.ts';
import { requires } from './scopes.ts';

export const PaymentModeEnum = builder.enumType('PaymentMode', {
  description: 'When a proposal is paid for.',
  values: describedEnum({
    PREPAID: 'After its approval and before it takes effect.',
    POSTPAID: 'Afterwards: its approval takes effect at once.',
  } satisfies Record<PaymentMode, string>),
});

export const Proposal = builder.drizzleNode('purchases', {
  variant: 'Proposal',
  description: 'A purchase that somebody must approve first.',
  ...requires('proposals:read'),
  interfaces: [PurchaseTerms],
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true, isProposal: true } },
  fields: (t) => ({
    proposalId: t.exposeString('id', { description: 'The generated id; `completePurchase` and `failPurchase` take it as `purchaseId`.' }),
    paymentMode: t.expose('paymentMode', { type: PaymentModeEnum, description: 'When the purchase is paid.' }),
    expiryDate: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The instant from which it is expired unless it was answered before; null: it never is.',
    }),
    number: t.int({
      description: 'What people quote: counted in the organization, and the same for all revisions.',
      select: { columns: { number: true } },
      resolve: ({ number }) => numbered(number),
    }),
    revision: t.int({
      description: 'Which revision of the number it is, from 1 on.',
      select: { columns: { revision: true } },
      resolve: ({ revision }) => numbered(revision),
    }),
    comment: t.exposeString('comment', { nullable: true, description: 'What was said with the answer; null: nothing, or no answer yet.' }),
    proposalResponseDate: t.expose('respondedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was approved or declined; null: it was not.',
    }),
  }),
});

const numbered = (value: number | null): number => {
  if (value === null) throw new Error('A proposal has no number.');
  return value;
};

builder.drizzleObjectFields(Proposal, (t) => ({
  supersedes: t.relation('supersedes', {
    type: Proposal,
    nullable: true,
    description: 'The revision before it, as it was offered; null: it is the first.',
  }),
  supersededBy: t.relation('supersededBy', {
    type: Proposal,
    nullable: true,
    description: 'The revision that has taken its place; null: none has.',
  }),
  revisions: t.relatedConnection('revisions', {
    type: Proposal,
    totalCount: true,
    description: 'Every revision of its number, the newest first, itself included.',
    query: (page) => ({ where: seek(page, 'revision', 'desc'), orderBy: { revision: 'desc' } }),
  }),
}));

const PurchaseStatusFilter = enumFilter('PurchaseStatusFilter', PurchaseStatusEnum, 'a status');
const PurchaseTypeFilter = enumFilter('PurchaseTypeFilter', PurchaseTypeEnum, 'what is bought');

const ProposalsWhere = whereInput<ProposalConditions>('ProposalsWhere', 'proposals', (t) => ({
  status: t.field({ type: PurchaseStatusFilter, description: 'Where they stand now.' }),
  type: t.field({ type: PurchaseTypeFilter, description: 'What would be bought.' }),
  number: t.field({ type: NumberFilter, description: 'What people quote: all revisions of it.' }),
  accountId: t.field({ ...requires('accounts:read'), type: TextFilter, description: "The account they are for, by the caller's own id." }),
  expiryDate: t.field({ type: DateTimeRange, description: 'When they expire, or did. One that never does is in no span.' }),
  createdAt: t.field({ type: DateTimeRange, description: 'Filters by the time of the change.' }),
}));

const allProposals = ({ where }: { readonly where?: Where<ProposalConditions> | null | undefined }, context: Context) => ({
  AND: [{ isProposal: true }, proposalsWhere(where, context)],
});

builder.drizzleObjectField(Account, 'proposals', (t) =>
  t.relatedConnection('proposals', {
    type: Proposal,
    totalCount: true,
    description: 'Proposals for the account, newest first.',
    args: { where: t.arg({ type: ProposalsWhere, description: 'Filters the list. Omit to return everything.' }) },
    query: ({ where }, context) => ({ where: proposalsWhere(where, context), orderBy: { id: 'desc' } }),
  }),
);

builder.queryFields((t) => ({
  proposal: t.drizzleField({
    type: Proposal,
    nullable: true,
    description: 'A proposal; null when there is none.',
    args: { proposalId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { proposalId }, { store }) =>
      store.db.query.purchases.findFirst(query({ where: { id: proposalId, isProposal: true } })),
  }),
  proposals: t.drizzleConnection(
    {
      type: Proposal,
      description: 'Proposals for all accounts, the newest first.',
      args: { where: t.arg({ type: ProposalsWhere, description: 'Filters the list. Omit to return everything.' }) },
      totalCount: (_root, args, context) => counted(args, () => context.store.count('purchases', allProposals(args, context))),
      resolve: (query, _root, args, context, info) => {
        const { store } = context;
        const where = allProposals(args, context);
        countAlong(args, info, () => store.count('purchases', where));
        return store.db.query.purchases.findMany(query({ columns: { id: true, isProposal: true }, where, orderBy: { id: 'desc' } }));
      },
    },
    { name: 'ProposalConnection' },
    { name: 'ProposalEdge' },
  ),
}));
