import { beforeAll, describe, expect, it } from 'vitest';
import { mutate } from '../support/catalogue.ts';
import { copyRow } from '../support/copies.ts';
import type { Organization } from '../support/organization.ts';
import { everyRow } from '../support/rows.ts';
import { copyOf, type Ids, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

interface Available {
  readonly action: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}
type Command = readonly [mutation: string, input: object];

/** Something with actions: the field that reads it, and each action as a client does it, with no more input than it takes. */
interface Subject {
  readonly type: string;
  readonly read: string;
  readonly commands: Readonly<Record<string, Command>>;
}

const NEXT_YEARS = { effectiveFrom: '2031-01-01', effectiveUntil: '2032-01-01' };
const TOP_UP = { type: 'WALLET_TOPUP', walletTopupDetails: { topupAmount: '5' } };

const accountOf = (accountId: string, { pro, pack }: Ids): Subject => ({
  type: 'Account',
  read: `account(by: { accountId: "${accountId}" })`,
  commands: {
    UPDATE: ['updateAccount', { accountId, name: 'Another name' }],
    ARCHIVE: ['deleteAccount', { accountId }],
    ASSOCIATE: ['updatePricingSchedule', { accountId, pricePlanId: pro, ...NEXT_YEARS }],
    EDIT_SCHEDULES: ['bulkEditSchedules', { accountId, edits: [{ ...NEXT_YEARS, associationConfig: { pricePlanId: pro } }] }],
    FINALIZE_SCHEDULES: ['finalizeAccountSchedules', { accountId }],
    DISCARD_SCHEDULES: ['discardAccountSchedules', { accountId }],
    CREATE_PROPOSAL: ['createProposal', { accountId, ...TOP_UP, paymentMode: 'PREPAID' }],
    INITIATE_PURCHASE: ['initiatePurchase', { accountId, pricePlanId: pack }],
  },
});
const draftOf = (accountId: string, { pro }: Ids): Subject => ({
  type: 'Draft',
  read: `account(by: { accountId: "${accountId}" }) { draft`,
  commands: {
    EDIT: ['bulkEditSchedules', { accountId, edits: [{ ...NEXT_YEARS, associationConfig: { pricePlanId: pro } }] }],
    FINALIZE: ['finalizeAccountSchedules', { accountId }],
    REBASE: ['rebaseDraft', { accountId }],
    DISCARD: ['discardAccountSchedules', { accountId }],
  },
});
const planOf = (pricePlanId: string): Subject => ({
  type: 'PricePlanVersion',
  read: `pricePlan(pricePlanId: "${pricePlanId}")`,
  commands: {
    UPDATE: ['updatePricePlan', { pricePlanId, description: 'Another description' }],
    FINALIZE: ['finalizePricePlan', { pricePlanId }],
    DISCARD: ['discardPricePlan', { pricePlanId }],
    ARCHIVE: ['archivePricePlan', { pricePlanId }],
    ASSOCIATE: ['updatePricingSchedule', { accountId: 'spare', pricePlanId, ...NEXT_YEARS }],
  },
});
const jobOf = (jobId: string): Subject => ({
  type: 'Job',
  read: `job(jobId: "${jobId}")`,
  commands: { CONFIRM: ['confirmJob', { jobId }], REJECT: ['rejectJob', { jobId }] },
});
interface Sold extends Subject {
  readonly type: 'Proposal' | 'Purchase';
  readonly id: string;
  readonly commands: Readonly<Record<'APPROVE' | 'DECLINE' | 'REVISE' | 'COMPLETE' | 'FAIL', Command>>;
}
const soldAs = (type: 'Proposal' | 'Purchase', id: string): Sold => ({
  type,
  id,
  read: type === 'Proposal' ? `proposal(proposalId: "${id}")` : `purchase(purchaseId: "${id}")`,
  commands: {
    APPROVE: ['updateProposalStatus', { proposalId: id, status: 'APPROVE' }],
    DECLINE: ['updateProposalStatus', { proposalId: id, status: 'DECLINE' }],
    REVISE: ['reviseProposal', { proposalId: id }],
    COMPLETE: ['completePurchase', { purchaseId: id }],
    FAIL: ['failPurchase', { purchaseId: id }],
  },
});

/** A proposal whose revision offers what can be sold. */
const revisedWith = ({ commands, ...proposal }: Sold, changes: object): Subject => {
  const [mutation, input] = commands.REVISE;
  return { ...proposal, commands: { ...commands, REVISE: [mutation, { ...input, ...changes }] } };
};

async function refusalsOf(org: Organization, [mutation, input]: Command): Promise<readonly string[]> {
  org.now = new Date(Date.parse(org.now) + 1).toISOString();
  return (await mutate(org, mutation, input)).userErrors.map(({ code, message }) => `${code}: ${message}`);
}

async function available(org: Organization, { read }: Subject): Promise<readonly Available[]> {
  const closing = read.includes('{ draft') ? '} }' : '}';
  const { data } = await org.ask<object>(`{ ${read} { availableActions { action allowed reason } } ${closing}`);
  const found = JSON.stringify(data).match(/\[.*\]/)?.[0];
  return found ? (JSON.parse(found) as Available[]) : [];
}

/** Expects that each action is allowed exactly where doing it is accepted and changes something. */
async function expectAgreement(org: Organization, subject: Subject): Promise<void> {
  const actions = await available(org, subject);
  expect(actions.map(({ action }) => action)).toEqual(Object.keys(subject.commands));
  const done = new Map<string, boolean>();
  // What is refused changes nothing, and so needs no organization of its own.
  for (const { action, allowed } of actions) {
    const command = subject.commands[action];
    if (!command) throw new Error(`${subject.type}.${action} is not done by any command.`);
    const on = allowed ? await copyOf(org) : org;
    on.now = org.now;
    const before = await everyRow(on);
    const refusals = await refusalsOf(on, command);
    const isSame = JSON.stringify(await everyRow(on)) === JSON.stringify(before);
    done.set(action, refusals.length === 0 && !isSame);
  }
  expect(Object.fromEntries(done)).toEqual(Object.fromEntries(actions.map(({ action, allowed }) => [action, allowed])));
}

/** What an organization comes to, and what is looked at in it. */
interface State {
  readonly rule: string;
  readonly reach: (org: Organization, ids: Ids) => Promise<readonly Subject[]>;
}

const offer = async (org: Organization, input: object): Promise<Sold> => {
  const details = { accountId: 'spare', paymentMode: 'POSTPAID', ...input };
  const { proposalId } = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', details, 'proposal');
  return soldAs('Proposal', proposalId);
};
const packOf = ({ pack: pricePlanId }: Ids, other: object = {}) => ({ type: 'ENTITLEMENT_GRANT', pricePlanId, ...other });

/** The same offer as an earlier rule let it be stored, with amounts of three decimal places. */
async function finer(org: Organization, { type, id }: Sold): Promise<Sold> {
  const copy = id.replace(/.{5}$/, '00000');
  await copyRow(org, 'purchases', `id = '${id}'`, 1, {
    id: `'${copy}'`,
    number: 'number + 100',
    topup_amount: "'0.004'",
    purchase_amount: "'0.004'",
  });
  return soldAs(type, copy);
}

const STATES: readonly State[] = [
  {
    rule: 'as everything was made',
    reach: async (_org, ids) => [
      ...['contracted', 'drafting', 'stale', 'spare'].map((accountId) => accountOf(accountId, ids)),
      ...['drafting', 'stale'].map((accountId) => draftOf(accountId, ids)),
      ...[ids.pro, ids.basic, ids.idle].map(planOf),
      jobOf(ids.job),
      soldAs('Proposal', ids.proposal),
      soldAs('Purchase', ids.purchase),
    ],
  },
  {
    rule: 'of what sells an item that is archived since',
    reach: async (org, ids) => {
      const postpaid = await offer(org, packOf(ids));
      const prepaid = await offer(org, packOf(ids, { paymentMode: 'PREPAID' }));
      expect(await refusalsOf(org, prepaid.commands.APPROVE)).toEqual([]);
      expect(await refusalsOf(org, ['archiveAddOn', { addOnId: ids.setup }])).toEqual([]);
      expect(await refusalsOf(org, postpaid.commands.REVISE)).toEqual([expect.stringMatching(/^BILLABLE_ARCHIVED/)]);
      const pricePlanId = await org.plan('Another pack', { type: 'PURCHASE', pricingCycleConfig: null });
      return [revisedWith(postpaid, { pricePlanId }), prepaid, soldAs('Purchase', ids.purchase)];
    },
  },
  {
    rule: 'of an association whose first day is too early since',
    reach: async (org, { pro: pricePlanId, idle }) => {
      const days = { effectiveFrom: org.now.slice(0, 10), effectiveUntil: '9999-01-01' };
      const proposal = await offer(org, { type: 'ASSOCIATION', pricePlanId, ...days });
      const earlier = { accountId: 'spare', pricePlanId: idle, effectiveFrom: '2026-01-01', effectiveUntil: '2030-01-01' };
      expect(await refusalsOf(org, ['updatePricingSchedule', earlier])).toEqual([]);
      expect(await refusalsOf(org, proposal.commands.REVISE)).toEqual([expect.stringMatching(/^EFFECTIVE_FROM_TOO_EARLY/)]);
      return [revisedWith(proposal, { effectiveFrom: '2030-01-01' })];
    },
  },
  {
    rule: 'of a top-up with more decimal places than its currency, from before they were refused',
    reach: async (org) => {
      const [postpaid, approved] = [await offer(org, TOP_UP), await offer(org, { ...TOP_UP, paymentMode: 'PREPAID' })];
      expect(await refusalsOf(org, approved.commands.APPROVE)).toEqual([]);
      const input = { accountId: 'spare', ...TOP_UP };
      const { purchaseId } = await org.done<{ purchaseId: string }>('initiatePurchase', 'purchase { purchaseId }', input, 'purchase');
      const [proposal, prepaid, purchase] = [
        await finer(org, postpaid),
        await finer(org, approved),
        await finer(org, soldAs('Purchase', purchaseId)),
      ];
      for (const { commands } of [prepaid, purchase])
        expect(await refusalsOf(org, commands.COMPLETE)).toEqual([
          'INVALID_VALUE: An amount in USD has at most 2 decimal places, but 0.004 has 3.',
        ]);
      expect(await refusalsOf(org, proposal.commands.APPROVE)).toEqual([expect.stringMatching(/^INVALID_VALUE/)]);
      return [revisedWith(proposal, { walletTopupDetails: { topupAmount: '0.01', purchaseAmount: '0.01' } }), prepaid, purchase];
    },
  },
  {
    rule: 'of a proposal that is expired',
    reach: async (org, ids) => {
      const proposal = await offer(org, packOf(ids, { expiryDate: '2026-12-31T00:00:00Z' }));
      org.now = '2026-12-31T00:00:00.001Z';
      return [proposal];
    },
  },
  {
    rule: 'of an account that is a draft, and of what is sold to it',
    reach: async (org, ids) => {
      const proposal = await offer(org, packOf(ids));
      expect(await refusalsOf(org, ['updateAccount', { accountId: 'spare', status: 'DRAFT' }])).toEqual([]);
      return [proposal, accountOf('spare', ids)];
    },
  },
];

describe('an available action is allowed exactly where doing it is accepted', () => {
  it.each(STATES)('$rule', async ({ reach }) => {
    const org = await copyOf(world.org);
    for (const subject of await reach(org, world.ids)) await expectAgreement(org, subject);
  });

  it('for every type of the schema that has available actions', async () => {
    const query = '{ __schema { types { kind name fields { name } } } }';
    const { data } = await world.org.ask<{
      __schema: { types: { kind: string; name: string; fields: { name: string }[] | null }[] };
    }>(query);
    const withActions = data.__schema.types.filter(
      ({ kind, fields }) => kind === 'OBJECT' && fields?.some(({ name }) => name === 'availableActions'),
    );
    expect(withActions.map(({ name }) => name).toSorted()).toEqual(['Account', 'Draft', 'Job', 'PricePlanVersion', 'Proposal', 'Purchase']);
  });

  it('and a list of proposals that tells of them, and of their previews, takes one call', async () => {
    const org = await copyOf(world.org);
    for (const _ of [1, 2]) await offer(org, packOf(world.ids));
    const list = '{ proposals { nodes { proposalId availableActions { action allowed } preview { refusals { code } } } } }';
    const { data, errors, extensions } = await org.ask<{ proposals: { nodes: object[] } }>(list);
    expect(errors).toBeUndefined();
    expect([data.proposals.nodes.length, extensions.cost.d1Calls]).toEqual([3, 1]);
  });
});
