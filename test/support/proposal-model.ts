import fc from 'fast-check';
import type { PurchaseAction } from '../../src/domain/purchase/transitions.ts';
import type { PaymentMode, PurchaseStatus } from '../../src/domain/purchase.ts';

/** What a proposal is, told without the product: what was said to it, by when, and how often it took effect. */
interface Model {
  readonly mode: PaymentMode;
  /** The minute from which an open proposal is expired. */
  readonly expiry: number;
  minute: number;
  said: 'NOTHING' | 'APPROVED' | 'DECLINED' | 'PAID' | 'NOT_PAID';
  effects: number;
}

/** The product, however it is reached. */
export interface Real {
  /** Null: accepted; otherwise the code of the refusal. */
  act(action: PurchaseAction): Promise<string | null>;
  moveClock(minute: number): Promise<void>;
  look(): Promise<{ readonly status: PurchaseStatus; readonly allowed: readonly PurchaseAction[]; readonly effects: number }>;
}

const ACTIONS: readonly PurchaseAction[] = ['APPROVE', 'DECLINE', 'COMPLETE', 'FAIL'];
const EXPIRY = 20;

/** Runs of commands with clock moves, to the very minute of the expiry and about it. */
export const proposalRuns = () =>
  fc.record({
    mode: fc.constantFrom<PaymentMode>('PREPAID', 'POSTPAID'),
    commands: fc.commands(
      [...ACTIONS.map((action) => fc.constant(new Act(action))), fc.constantFrom(9, 10, 11).map((by) => new Wait(by))],
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
    const model: Model = { mode, expiry: EXPIRY, minute: 0, said: 'NOTHING', effects: 0 };
    return { model, real: await open(mode, EXPIRY) };
  }, commands);

class Act implements fc.AsyncCommand<Model, Real> {
  readonly action: PurchaseAction;
  constructor(action: PurchaseAction) {
    this.action = action;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const expected = refusalOf(model, this.action);
    const actual = await real.act(this.action);
    if (actual !== expected) throw new Error(`${this.action} answered ${actual}, not ${expected}: ${JSON.stringify(model)}`);
    if (expected === null) say(model, this.action);
    await compare(model, real);
  }
  toString = () => this.action;
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

const isExpired = ({ said, minute, expiry }: Model) => said === 'NOTHING' && minute >= expiry;
const isApproved = ({ said }: Model) => said === 'APPROVED' || said === 'PAID' || said === 'NOT_PAID';

/** Whether it was said before, so that saying it again changes nothing. */
function isSaid(model: Model, action: PurchaseAction): boolean {
  if (action === 'APPROVE') return isApproved(model);
  return model.said === { DECLINE: 'DECLINED', COMPLETE: 'PAID', FAIL: 'NOT_PAID' }[action];
}

function canBeSaid(model: Model, action: PurchaseAction): boolean {
  if (action === 'APPROVE' || action === 'DECLINE') return model.said === 'NOTHING' && !isExpired(model);
  return model.said === 'APPROVED' && model.mode === 'PREPAID';
}

function refusalOf(model: Model, action: PurchaseAction): string | null {
  if (isSaid(model, action) || canBeSaid(model, action)) return null;
  return isExpired(model) ? 'PROPOSAL_EXPIRED' : 'ILLEGAL_TRANSITION';
}

function say(model: Model, action: PurchaseAction): void {
  if (isSaid(model, action)) return;
  model.said = ({ APPROVE: 'APPROVED', DECLINE: 'DECLINED', COMPLETE: 'PAID', FAIL: 'NOT_PAID' } as const)[action];
  if (action === (model.mode === 'POSTPAID' ? 'APPROVE' : 'COMPLETE')) model.effects++;
}

async function compare(model: Model, real: Real): Promise<void> {
  const expected = {
    status: statusOf(model),
    allowed: ACTIONS.filter((action) => canBeSaid(model, action)),
    effects: model.effects,
  };
  const actual = await real.look();
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`It is ${left}, and should be ${right}.`);
}

function statusOf(model: Model): PurchaseStatus {
  if (isExpired(model)) return 'PROPOSAL_EXPIRED';
  const statuses = {
    NOTHING: 'PROPOSAL_ACTIVE',
    APPROVED: 'PROPOSAL_APPROVED',
    DECLINED: 'PROPOSAL_DECLINED',
    PAID: 'SUCCESS',
    NOT_PAID: 'FAILURE',
  } as const;
  return statuses[model.said];
}
