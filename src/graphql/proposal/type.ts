import type { PaymentMode } from '../../domain/purchase/purchase.ts';
import type { Context } from '../../operations/context.ts';
import type { Where } from '../../store/list.ts';
import {
  examinesAccountsProposals,
  examinesProposals,
  type ProposalConditions,
  proposalsOnPage,
  proposalsWhere,
} from '../../store/proposal-list.ts';
import { Account } from '../account/type.ts';
import { examines, examinesWithin } from '../admission/price.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { describedEnum } from '../enums.ts';
import { DateTimeRange, EXAMINES, examinesAllOf, NumberFilter, placeOf, seek, severally, TextFilter, whereInput } from '../list.ts';
import { PurchaseStatusFilter, PurchaseTerms, PurchaseTypeFilter } from '../purchase/terms.ts';

export const PaymentModeEnum = builder.enumType('PaymentMode', {
  description: 'When a proposal is paid.',
  values: describedEnum({
    PREPAID: 'Paid after the approval. The proposal takes effect when it is paid.',
    POSTPAID: 'Paid later. The approval takes effect at once.',
  } satisfies Record<PaymentMode, string>),
});

export const Proposal = builder.drizzleNode('purchases', {
  variant: 'Proposal',
  description: 'A purchase that must be approved first.',
  ...requires('proposals:read'),
  interfaces: [PurchaseTerms],
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true, isProposal: true } },
  fields: (t) => ({
    proposalId: t.exposeString('id', { description: 'The generated id. `completePurchase` and `failPurchase` accept it as `purchaseId`.' }),
    paymentMode: t.expose('paymentMode', { type: PaymentModeEnum, description: 'When the purchase is paid.' }),
    expiryDate: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Instant at which the proposal expires unless it is answered before. `null`: it does not expire.',
    }),
    number: t.int({
      description: 'Number that people quote, unique in the organization and the same for all revisions.',
      select: { columns: { number: true } },
      resolve: ({ number }) => numbered(number),
    }),
    revision: t.int({
      description: 'Revision of the proposal, from 1.',
      select: { columns: { revision: true } },
      resolve: ({ revision }) => numbered(revision),
    }),
    comment: t.exposeString('comment', { nullable: true, description: 'Comment on the answer. `null`: no comment, or no answer yet.' }),
    proposalResponseDate: t.expose('respondedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the proposal was approved or declined. `null`: it was not answered.',
    }),
  }),
});

const numbered = (value: number | null): number => {
  if (value === null) throw new Error('A proposal has no number.');
  return value;
};

const ProposalConnection = connectionOf('Proposal', Proposal);

builder.drizzleObjectFields(Proposal, (t) => ({
  supersedes: t.relation('supersedes', {
    type: Proposal,
    nullable: true,
    description: 'The previous revision. `null`: this is the first.',
  }),
  supersededBy: t.relation('supersededBy', {
    type: Proposal,
    nullable: true,
    description: 'The revision that replaced the proposal. `null`: none.',
  }),
  revisions: t.relatedConnection(
    'revisions',
    {
      type: Proposal,
      totalCount: true,
      description: 'All revisions of the proposal, newest first, including this one.',
      query: (page) => ({ where: seek(page, 'revision', 'desc'), orderBy: { revision: 'desc' } }),
    },
    ProposalConnection,
  ),
}));

const ProposalsWhere = whereInput<ProposalConditions>(
  'ProposalsWhere',
  'proposals',
  (t) => ({
    status: t.field({ type: PurchaseStatusFilter, description: 'Filters by current status.' }),
    type: t.field({ type: PurchaseTypeFilter, description: 'Filters by what is bought.' }),
    number: t.field({ type: NumberFilter, description: 'Filters by number. Returns all revisions of it.' }),
    accountId: t.field({
      ...requires('accounts:read'),
      type: TextFilter,
      description: 'Filters by the id of the account, as the caller chose it.',
    }),
    expiryDate: t.field({
      type: DateTimeRange,
      description: `Filters by the expiry. A proposal that does not expire never matches. With it, ${EXAMINES}`,
    }),
    createdAt: t.field({ type: DateTimeRange, description: 'Filters by the time of the change.' }),
  }),
  severally('number'),
);

interface ListArguments {
  readonly where?: Where<ProposalConditions> | null | undefined;
}

const allProposals = ({ where }: ListArguments, context: Context) => ({
  AND: [{ isProposal: true }, proposalsWhere(where, context)],
});

builder.drizzleObjectField(Account, 'proposals', (t) =>
  t.relatedConnection(
    'proposals',
    {
      type: Proposal,
      totalCount: true,
      ...examinesWithin<ListArguments>(({ where }) => examinesAccountsProposals(where)),
      description: `Proposals for the account, newest first. ${examinesAllOf('of them')}`,
      args: { where: t.arg({ type: ProposalsWhere, description: 'Filters the list. Omit to return everything.' }) },
      query: ({ where }, context) => ({ where: proposalsWhere(where, context), orderBy: { id: 'desc' } }),
    },
    ProposalConnection,
  ),
);

builder.queryFields((t) => ({
  proposal: t.drizzleField({
    type: Proposal,
    nullable: true,
    description: 'Returns a proposal by its id. `null` when there is none.',
    args: { proposalId: t.arg.string({ required: true, description: 'The generated id.' }) },
    resolve: (query, _root, { proposalId }, { store }) =>
      store.db.query.purchases.findFirst(query({ where: { id: proposalId, isProposal: true } })),
  }),
  proposals: t.countedConnection(
    {
      type: Proposal,
      ...examines<ListArguments>(({ where }) => examinesProposals(where)),
      description: 'Returns the proposals of the organization, newest first.',
      args: { where: t.arg({ type: ProposalsWhere, description: 'Filters the list. Omit to return everything.' }) },
      totalCount: (_root, args, context) => context.store.count('purchases', allProposals(args, context)),
      resolve: (query, _root, args, context) => {
        const { store } = context;
        const where = proposalsOnPage(args.where, context, placeOf(args));
        return store.db.query.purchases.findMany(query({ columns: { id: true, isProposal: true }, where, orderBy: { id: 'desc' } }));
      },
    },
    ProposalConnection,
  ),
}));
