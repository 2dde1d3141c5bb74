import fc from 'fast-check';
import type { PaymentMode, PurchaseStatus } from '../../src/domain/purchase/purchase.ts';
import type { PurchaseAction } from '../../src/domain/purchase/transitions.ts';

/** What a proposal is, told without the product: what was said to each of its revisions, by when, and how often it took effect. */
interface Model {
  readonly mode: PaymentMode;
  /** The minute from which an open proposal is expired; a revision keeps it. */
  readonly expiry: number;
  minute: number;
  readonly revisions: Revision[];
}

interface Revision {
  answer: 'NOTHING' | 'APPROVED' | 'DECLINED' | 'PAID' | 'NOT_PAID' | 'REVISED';
  effects: number;
}

/** How a revision looks from outside. */
export interface Look {
  readonly status: PurchaseStatus;
  readonly allowed: readonly PurchaseAction[];
  readonly effects: number;
}

/** The product, however it is reached. */
export interface Real {
  /** Says something to a revision, the first being 0. Null: accepted; otherwise the code of the refusal. */
  act(action: PurchaseAction, revision: number): Promise<string | null>;
  moveClock(minute: number): Promise<void>;
  /** Every revision, the first one first. */
  look(): Promise<readonly Look[]>;
}

const ACTIONS: readonly PurchaseAction[] = ['APPROVE', 'DECLINE', 'REVISE', 'COMPLETE', 'FAIL'];
const EXPIRY = 20;

/** Runs of commands to the newest revision or to the first, with clock moves to the very minute of the expiry and about it. */
export const proposalRuns = () =>
  fc.record({
    mode: fc.constantFrom<PaymentMode>('PREPAID', 'POSTPAID'),
    commands: fc.commands(
      [
        ...ACTIONS.map((action) => fc.constant(new Act(action, 'NEWEST'))),
        fc.constantFrom(...ACTIONS).map((action) => new Act(action, 'FIRST')),
        fc.constantFrom(9, 10, 11).map((by) => new Wait(by)),
      ],
      {
        maxCommands: 10,
      },
    ),
  });

/** Drives the product and the model side by side; throws where they part. */
export const runProposal = (
  { mode, commands }: { mode: PaymentMode; commands: Iterable<fc.AsyncCommand<Model, Real>> },
  open: (mode: PaymentMode, expiry: number) => Promise<Real>,
) =>
  fc.asyncModelRun(async () => {
    const model: Model = { mode, expiry: EXPIRY, minute: 0, revisions: [{ answer: 'NOTHING', effects: 0 }] };
    return { model, real: await open(mode, EXPIRY) };
  }, commands);

class Act implements fc.AsyncCommand<Model, Real> {
  readonly action: PurchaseAction;
  readonly to: 'FIRST' | 'NEWEST';
  constructor(action: PurchaseAction, to: 'FIRST' | 'NEWEST') {
    this.action = action;
    this.to = to;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const index = this.to === 'FIRST' ? 0 : model.revisions.length - 1;
    const revision = model.revisions[index];
    if (!revision) throw new Error('a proposal without a revision');
    const expected = refusalOf(model, revision, this.action);
    const actual = await real.act(this.action, index);
    if (actual !== expected) throw new Error(`${this} answered ${actual}, not ${expected}: ${JSON.stringify(model)}`);
    if (expected === null) say(model, revision, this.action);
    await compare(model, real);
  }
  toString = () => `${this.action} the ${this.to}`;
}

class Wait implements fc.AsyncCommand<Model, Real> {
  readonly by: number;
  constructor(by: number) {
    this.by = by;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    model.minute += this.by;
    await real.moveClock(model.minute);
    await compare(model, real);
  }
  toString = () => `wait ${this.by}`;
}

const isExpired = ({ minute, expiry }: Model, { answer }: Revision) => answer === 'NOTHING' && minute >= expiry;
const isApproved = ({ answer }: Revision) => answer === 'APPROVED' || answer === 'PAID' || answer === 'NOT_PAID';

/** Whether it was said before, so that saying it again changes nothing. Every revision is another. */
function isSaid(revision: Revision, action: PurchaseAction): boolean {
  if (action === 'APPROVE') return isApproved(revision);
  return action !== 'REVISE' && revision.answer === { DECLINE: 'DECLINED', COMPLETE: 'PAID', FAIL: 'NOT_PAID' }[action];
}

function canBeSaid(model: Model, revision: Revision, action: PurchaseAction): boolean {
  if (action === 'COMPLETE' || action === 'FAIL') return revision.answer === 'APPROVED' && model.mode === 'PREPAID';
  return revision.answer === 'NOTHING' && !isExpired(model, revision);
}

function refusalOf(model: Model, revision: Revision, action: PurchaseAction): string | null {
  if (isSaid(revision, action) || canBeSaid(model, revision, action)) return null;
  if (revision.answer === 'REVISED') return 'PROPOSAL_SUPERSEDED';
  return isExpired(model, revision) ? 'PROPOSAL_EXPIRED' : 'ILLEGAL_TRANSITION';
}

function say(model: Model, revision: Revision, action: PurchaseAction): void {
  if (isSaid(revision, action)) return;
  revision.answer = ({ APPROVE: 'APPROVED', DECLINE: 'DECLINED', REVISE: 'REVISED', COMPLETE: 'PAID', FAIL: 'NOT_PAID' } as const)[action];
  if (action === 'REVISE') model.revisions.push({ answer: 'NOTHING', effects: 0 });
  if (action === (model.mode === 'POSTPAID' ? 'APPROVE' : 'COMPLETE')) revision.effects++;
}

async function compare(model: Model, real: Real): Promise<void> {
  const expected = model.revisions.map((revision) => ({
    status: statusOf(model, revision),
    allowed: ACTIONS.filter((action) => canBeSaid(model, revision, action)),
    effects: revision.effects,
  }));
  const actual = await real.look();
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`It is ${left}, and should be ${right}.`);
}

function statusOf(model: Model, revision: Revision): PurchaseStatus {
  if (isExpired(model, revision)) return 'PROPOSAL_EXPIRED';
  const statuses = {
    NOTHING: 'PROPOSAL_ACTIVE',
    APPROVED: 'PROPOSAL_APPROVED',
    DECLINED: 'PROPOSAL_DECLINED',
    PAID: 'SUCCESS',
    NOT_PAID: 'FAILURE',
    REVISED: 'PROPOSAL_SUPERSEDED',
  } as const;
  return statuses[revision.answer];
}
