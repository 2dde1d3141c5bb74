import { beforeAll, describe, expect, it } from 'vitest';
import { mutate, type UserError } from '../support/catalogue.ts';
import { copyRow } from '../support/copies.ts';
import { DB } from '../support/database.ts';
import { delegateFor } from '../support/delegate.ts';
import { documentOf } from '../support/mutations.ts';
import type { Organization } from '../support/organization.ts';
import { copyOf, type Ids, openWorld, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

interface Available {
  readonly action: string;
  readonly allowed: boolean;
  readonly code: string | null;
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
/** A plan at one of its versions, whose `referenceId` names what is finalized or discarded. */
const planOf = ({ pricePlanId, version, referenceId }: PlanVersion): Subject => ({
  type: 'PricePlanVersion',
  read: `pricePlan(pricePlanId: "${pricePlanId}", version: { number: ${version} })`,
  commands: {
    UPDATE: ['updatePricePlan', { pricePlanId, description: 'Another description' }],
    FINALIZE: ['finalizePricePlan', { pricePlanId, referenceId }],
    DISCARD: ['discardPricePlan', { pricePlanId, referenceId }],
    ARCHIVE: ['archivePricePlan', { pricePlanId }],
    ASSOCIATE: ['updatePricingSchedule', { accountId: 'spare', pricePlanId, ...NEXT_YEARS }],
  },
});
const jobOf = (jobId: string): Subject => ({
  type: 'Job',
  read: `job(jobId: "${jobId}")`,
  commands: { CONFIRM: ['confirmJob', { jobId }], REJECT: ['rejectJob', { jobId }] },
});
type Commands<Action extends string> = Readonly<Record<Action, Command>>;
interface Sold extends Subject {
  readonly id: string;
  readonly commands: Commands<'COMPLETE' | 'FAIL'>;
}
interface Offered extends Sold {
  readonly commands: Commands<'APPROVE' | 'DECLINE' | 'REVISE' | 'COMPLETE' | 'FAIL'>;
}
const paymentOf = (id: string): Sold['commands'] => ({
  COMPLETE: ['completePurchase', { purchaseId: id }],
  FAIL: ['failPurchase', { purchaseId: id }],
});
const purchaseOf = (id: string): Sold => ({ type: 'Purchase', id, read: `purchase(purchaseId: "${id}")`, commands: paymentOf(id) });
const proposalOf = (id: string): Offered => ({
  type: 'Proposal',
  id,
  read: `proposal(proposalId: "${id}")`,
  commands: {
    APPROVE: ['updateProposalStatus', { proposalId: id, status: 'APPROVE' }],
    DECLINE: ['updateProposalStatus', { proposalId: id, status: 'DECLINE' }],
    REVISE: ['reviseProposal', { proposalId: id }],
    ...paymentOf(id),
  },
});

/** A proposal whose revision offers what can be sold. */
const revisedWith = ({ commands, ...proposal }: Offered, changes: object): Subject => {
  const [mutation, input] = commands.REVISE;
  return { ...proposal, commands: { ...commands, REVISE: [mutation, { ...input, ...changes }] } };
};

type Refusal = Pick<UserError, 'code' | 'message'>;

async function refusalsOf(org: Organization, [mutation, input]: Command): Promise<readonly Refusal[]> {
  org.now = new Date(Date.parse(org.now) + 1).toISOString();
  return (await mutate(org, mutation, input)).userErrors;
}
const codesOf = async (org: Organization, command: Command) => (await refusalsOf(org, command)).map(({ code }) => code);

async function available(org: Organization, { read }: Subject): Promise<readonly Available[]> {
  const closing = read.includes('{ draft') ? '} }' : '}';
  const { data, errors } = await org.ask<object>(`{ ${read} { availableActions { action allowed code reason } } ${closing}`);
  if (errors) throw new Error(`${read}: ${JSON.stringify(errors)}`);
  const found = JSON.stringify(data).match(/"availableActions":(\[.*\])/)?.[1];
  return found ? (JSON.parse(found) as Available[]) : [];
}

/** Whether each action of each type was seen allowed, and not allowed. */
const seen = new Map<string, Set<boolean>>();

/** How many changes an organization has had. */
const changesOf = (org: Organization) =>
  DB.prepare('select count(*) as n from audit_entries where org_id = ?').bind(org.orgId).first<number>('n');

/** What the mutation of an action answers: that it would be accepted and change something, or why not. */
async function outcomeOf(org: Organization, command: Command): Promise<Omit<Available, 'action'>> {
  const before = await changesOf(org);
  const [refusal] = await refusalsOf(org, command);
  if (refusal) return { allowed: false, code: refusal.code, reason: refusal.message };
  const isSame = (await changesOf(org)) === before;
  return isSame
    ? { allowed: false, code: 'ALREADY_DONE', reason: 'This has been done already.' }
    : { allowed: true, code: null, reason: null };
}

/** Expects that each action is allowed exactly where doing it is accepted and changes something, and is refused for the same reason. */
async function expectAgreement(org: Organization, subject: Subject): Promise<void> {
  const actions = await available(org, subject);
  expect(actions.map(({ action }) => action)).toEqual(Object.keys(subject.commands));
  const done: Available[] = [];
  // What is refused changes nothing, and so needs no organization of its own.
  for (const { action, allowed, code, reason } of actions) {
    const command = subject.commands[action];
    if (!command) throw new Error(`${subject.type}.${action} is not done by any command.`);
    const isOther = code === 'OTHER_VERSION';
    const on = allowed || isOther ? await copyOf(org) : org;
    on.now = org.now;
    const outcome = await outcomeOf(on, command);
    // A mutation that names no version is accepted and uses the newest.
    done.push({ action, ...(isOther && outcome.allowed ? { allowed, code, reason } : outcome) });
    const name = `${subject.type}.${action}`;
    seen.set(name, (seen.get(name) ?? new Set()).add(allowed));
  }
  expect(done).toEqual(actions);
}

/** What an organization comes to, and what is looked at in it. */
interface State {
  readonly rule: string;
  readonly reach: (org: Organization, ids: Ids) => Promise<readonly Subject[]>;
}

const offer = async (org: Organization, input: object): Promise<Offered> => {
  const details = { accountId: 'spare', paymentMode: 'POSTPAID', ...input };
  const { proposalId } = await org.done<{ proposalId: string }>('createProposal', 'proposal { proposalId }', details, 'proposal');
  return proposalOf(proposalId);
};
const packOf = ({ pack: pricePlanId }: Ids, other: object = {}) => ({ type: 'ENTITLEMENT_GRANT', pricePlanId, ...other });

/** The same offer as an earlier rule let it be stored, with amounts of three decimal places. */
async function finer<S extends Sold>(org: Organization, { id }: Sold, as: (id: string) => S): Promise<S> {
  const copy = id.replace(/.{5}$/, '00000');
  await copyRow(org, 'purchases', `id = '${id}'`, 1, {
    id: `'${copy}'`,
    number: 'number + 100',
    topup_amount: "'0.004'",
    purchase_amount: "'0.004'",
  });
  return as(copy);
}

interface PlanVersion {
  readonly pricePlanId: string;
  readonly version: number;
  readonly referenceId: string;
}

/** Every version of a plan. */
async function versionsOf(org: Organization, pricePlanId: string): Promise<readonly PlanVersion[]> {
  const { data } = await org.ask<{ pricePlan: { plan: { versions: { nodes: PlanVersion[] } } } }>(
    'query ($id: String!) { pricePlan(pricePlanId: $id) { plan { versions { nodes { pricePlanId version referenceId } } } } }',
    { id: pricePlanId },
  );
  return data.pricePlan.plan.versions.nodes;
}

const STATES: readonly State[] = [
  {
    rule: 'as everything was made',
    reach: async (org, ids) => [
      ...['drafting', 'spare'].map((accountId) => accountOf(accountId, ids)),
      ...['drafting', 'stale'].map((accountId) => draftOf(accountId, ids)),
      ...(await Promise.all([ids.pro, ids.basic, ids.idle].map((plan) => versionsOf(org, plan)))).flat().map(planOf),
      jobOf(ids.job),
      proposalOf(ids.proposal),
      purchaseOf(ids.purchase),
    ],
  },
  {
    rule: 'of a plan that has an old version, a newest active one and a draft, and of one that is archived',
    reach: async (org, { idle }) => {
      for (const description of ['Second', 'Third']) {
        expect(await codesOf(org, ['updatePricePlan', { pricePlanId: idle, description }])).toEqual([]);
        if (description === 'Second') expect(await codesOf(org, ['finalizePricePlan', { pricePlanId: idle }])).toEqual([]);
      }
      const former = await org.plan('Former plan');
      expect(await codesOf(org, ['archivePricePlan', { pricePlanId: former }])).toEqual([]);
      const versions = await versionsOf(org, idle);
      expect(versions).toHaveLength(3);
      return [...versions, ...(await versionsOf(org, former))].map(planOf);
    },
  },
  {
    rule: 'of an account that is archived, and of its draft',
    reach: async (org, ids) => {
      const edits = [{ ...NEXT_YEARS, associationConfig: { pricePlanId: ids.pro } }];
      expect(await codesOf(org, ['bulkEditSchedules', { accountId: 'spare', edits }])).toEqual([]);
      expect(await codesOf(org, ['deleteAccount', { accountId: 'spare' }])).toEqual([]);
      return [accountOf('spare', ids), draftOf('spare', ids)];
    },
  },
  {
    rule: 'of a job that was rejected, of proposals that were answered, and of a payment that failed',
    reach: async (org, ids) => {
      const [approved, declined] = [await offer(org, packOf(ids)), await offer(org, packOf(ids, { paymentMode: 'PREPAID' }))];
      expect(await codesOf(org, approved.commands.APPROVE)).toEqual([]);
      expect(await codesOf(org, declined.commands.DECLINE)).toEqual([]);
      const awaiting = await offer(org, packOf(ids, { paymentMode: 'PREPAID' }));
      expect(await codesOf(org, awaiting.commands.APPROVE)).toEqual([]);
      expect(await codesOf(org, ['rejectJob', { jobId: ids.job }])).toEqual([]);
      const purchase = purchaseOf(ids.purchase);
      expect(await codesOf(org, purchase.commands.FAIL)).toEqual([]);
      return [jobOf(ids.job), approved, declined, awaiting, purchase];
    },
  },
  {
    rule: 'of what sells an item that is archived since',
    reach: async (org, ids) => {
      const postpaid = await offer(org, packOf(ids));
      const prepaid = await offer(org, packOf(ids, { paymentMode: 'PREPAID' }));
      expect(await codesOf(org, prepaid.commands.APPROVE)).toEqual([]);
      expect(await codesOf(org, ['archiveAddOn', { addOnId: ids.setup }])).toEqual([]);
      expect(await codesOf(org, postpaid.commands.REVISE)).toEqual(['BILLABLE_ARCHIVED']);
      const pricePlanId = await org.plan('Another pack', { type: 'PURCHASE', pricingCycleConfig: null });
      return [revisedWith(postpaid, { pricePlanId }), prepaid, purchaseOf(ids.purchase)];
    },
  },
  {
    rule: 'of an association whose first day is too early since',
    reach: async (org, { pro: pricePlanId, idle }) => {
      const days = { effectiveFrom: org.now.slice(0, 10), effectiveUntil: '9999-01-01' };
      const proposal = await offer(org, { type: 'ASSOCIATION', pricePlanId, ...days });
      const earlier = { accountId: 'spare', pricePlanId: idle, effectiveFrom: '2026-01-01', effectiveUntil: '2030-01-01' };
      expect(await codesOf(org, ['updatePricingSchedule', earlier])).toEqual([]);
      expect(await codesOf(org, proposal.commands.REVISE)).toEqual(['EFFECTIVE_FROM_TOO_EARLY']);
      return [revisedWith(proposal, { effectiveFrom: '2030-01-01' })];
    },
  },
  {
    rule: 'of a top-up with more decimal places than its currency, from before they were refused',
    reach: async (org) => {
      const [postpaid, approved] = [await offer(org, TOP_UP), await offer(org, { ...TOP_UP, paymentMode: 'PREPAID' })];
      expect(await codesOf(org, approved.commands.APPROVE)).toEqual([]);
      const input = { accountId: 'spare', ...TOP_UP };
      const { purchaseId } = await org.done<{ purchaseId: string }>('initiatePurchase', 'purchase { purchaseId }', input, 'purchase');
      const [proposal, prepaid] = [await finer(org, postpaid, proposalOf), await finer(org, approved, proposalOf)];
      const purchase = await finer(org, purchaseOf(purchaseId), purchaseOf);
      for (const { commands } of [prepaid, purchase])
        expect(await refusalsOf(org, commands.COMPLETE)).toMatchObject([
          { code: 'INVALID_VALUE', message: 'An amount in USD has at most 2 decimal places, but 0.004 has 3.' },
        ]);
      expect(await codesOf(org, proposal.commands.APPROVE)).toEqual(['INVALID_VALUE']);
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
      expect(await codesOf(org, ['updateAccount', { accountId: 'spare', status: 'DRAFT' }])).toEqual([]);
      return [proposal, accountOf('spare', ids)];
    },
  },
];

/** One of each type that has available actions. */
async function oneOfEach(org: Organization, ids: Ids): Promise<readonly Subject[]> {
  const versions = await versionsOf(org, ids.basic);
  const ofAccount = [accountOf('drafting', ids), draftOf('drafting', ids)];
  return [...ofAccount, ...versions.map(planOf), jobOf(ids.job), proposalOf(ids.proposal), purchaseOf(ids.purchase)];
}

/** What a token is told of a mutation that it lacks the scopes for, before anything is read; `null` if it has them. */
async function forbidden(org: Organization, [mutation, input]: Command): Promise<object | null> {
  // A key that is not valid is refused before anything is decided, so that what is allowed changes nothing.
  const document = documentOf(mutation, 'userErrors { path }');
  const { data, errors } = await org.ask<Record<string, { userErrors: { path: string[] }[] }>>(document, {
    input: { ...input, idempotencyKey: '' },
  });
  if (!errors) expect(data[mutation]?.userErrors).toEqual([{ path: ['input', 'idempotencyKey'] }]);
  const [error] = errors ?? [];
  return error ? { scopes: error.extensions.scopes, message: error.message, code: error.extensions.code } : null;
}

describe('an available action is allowed exactly where doing it is accepted', () => {
  it.each(STATES)('$rule', async ({ reach }) => {
    const org = await copyOf(world.org);
    for (const subject of await reach(org, world.ids)) await expectAgreement(org, subject);
  });

  it('for every action of every type of the schema, allowed and not', async () => {
    const query = '{ __schema { types { kind name fields { name type { ofType { ofType { ofType { name } } } } } enumValues { name } } } }';
    interface Type {
      readonly kind: string;
      readonly name: string;
      readonly fields: readonly { name: string; type: { ofType: { ofType: { ofType: { name: string } } } } }[] | null;
      readonly enumValues: readonly { name: string }[] | null;
    }
    const { data } = await world.org.ask<{ __schema: { types: Type[] } }>(query);
    const { types } = data.__schema;
    const actions = types.flatMap(({ kind, name, fields }) => {
      const field = kind === 'OBJECT' ? fields?.find((each) => each.name === 'availableActions') : undefined;
      const enumName = field?.type.ofType.ofType.ofType.name.replace('Available', '');
      const values = types.find((each) => each.name === enumName)?.enumValues ?? [];
      const own = name === 'Purchase' ? values.filter((value) => ['COMPLETE', 'FAIL'].includes(value.name)) : values;
      return own.map((value) => [`${name}.${value.name}`, [false, true]] as const);
    });
    expect(actions).toHaveLength(26);
    const found = [...seen].map(([action, both]) => [action, [...both].toSorted()] as const);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(actions));
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

describe('an action of a token that lacks a scope', () => {
  const READING = ['ACCOUNTS_READ', 'CUSTOMERS_READ', 'PLANS_READ', 'SCHEDULES_READ', 'PROPOSALS_READ'];
  const WRITING = ['ACCOUNTS_WRITE', 'PLANS_WRITE', 'SCHEDULES_WRITE', 'SCHEDULES_FINALIZE', 'PROPOSALS_WRITE', 'PROPOSALS_DECIDE'];
  const holding = async (scopes: readonly string[]) =>
    world.org.with(await world.org.done<string>('createApiToken', 'secret', { name: 'narrow', scopes }, 'secret'));

  it.each([...WRITING, 'any that writes'])(
    '%s is not allowed with SCOPE_MISSING, in the words of the error of its mutation',
    async (lacked) => {
      const narrow = await holding([...READING, ...WRITING.filter((scope) => lacked !== scope && WRITING.includes(lacked))]);
      let missing = 0;
      for (const subject of await oneOfEach(world.org, world.ids)) {
        const wide = await available(world.org, subject);
        for (const [i, found] of (await available(narrow, subject)).entries()) {
          const command = subject.commands[found.action];
          const error = command && (await forbidden(narrow, command));
          const { action, allowed } = found;
          const scopes = WRITING.includes(lacked) ? [lacked] : expect.anything();
          if (error) expect(error).toEqual({ code: 'FORBIDDEN', scopes, message: expect.any(String) });
          const expected = error ? { action, allowed: false, code: 'SCOPE_MISSING', reason: Object(error).message } : wide[i];
          expect([subject.read, action, allowed, found]).toEqual([subject.read, action, expected?.allowed, expected]);
          if (error) missing++;
        }
      }
      expect(missing).toBeGreaterThan(0);
    },
  );

  it.each(['READ', 'DECIDE_PROPOSALS'] as const)(
    'of a delegate with the access %s is allowed only where its mutation is',
    async (access) => {
      const delegate = await delegateFor(world.org, ['contracted'], access);
      const found: Record<string, string | null> = {};
      const subjects: readonly Subject[] = [proposalOf(world.ids.proposal), purchaseOf(world.ids.purchase)];
      for (const subject of subjects) {
        for (const { action, allowed, code } of await available(delegate, subject)) {
          const command = subject.commands[action];
          const error = command && (await forbidden(delegate, command));
          expect([action, allowed]).toEqual([action, error === null]);
          expect([action, code === 'SCOPE_MISSING']).toEqual([action, Boolean(Object(error).scopes?.length)]);
          found[`${subject.type}.${action}`] = code;
        }
      }
      const answer = access === 'READ' ? 'SCOPE_MISSING' : null;
      expect(found).toEqual({
        'Proposal.APPROVE': answer,
        'Proposal.DECLINE': answer,
        'Proposal.REVISE': 'DELEGATE_NOT_ALLOWED',
        'Proposal.COMPLETE': 'DELEGATE_NOT_ALLOWED',
        'Proposal.FAIL': 'DELEGATE_NOT_ALLOWED',
        'Purchase.COMPLETE': 'DELEGATE_NOT_ALLOWED',
        'Purchase.FAIL': 'DELEGATE_NOT_ALLOWED',
      });
    },
  );
});

it('One fragment reads the actions of every type', async () => {
  const { accountId, pro, job } = { accountId: 'drafting', ...world.ids };
  const { errors } = await world.org.ask(`{
    account(by: { accountId: "${accountId}" }) { availableActions { ...A } draft { availableActions { ...A } } }
    pricePlan(pricePlanId: "${pro}") { availableActions { ...A } }
    job(jobId: "${job}") { availableActions { ...A } }
    proposals { nodes { availableActions { ...A } } }
  }
  fragment A on AvailableAction { allowed code reason }`);
  expect(errors).toBeUndefined();
});
