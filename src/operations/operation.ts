import { isId } from '../domain/id.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Refused, type Result, refuse } from '../domain/result.ts';
import { conflictAfterRetries } from '../domain/revision.ts';
import { storageFull } from '../domain/storage.ts';
import { requireSoundTexts } from '../domain/stray-text.ts';
import { tokenIsLive } from '../store/api-tokens.ts';
import { insertRecord, recordOfKey } from '../store/idempotency.ts';
import { staffIsLive } from '../store/staff-issuers.ts';
import { issuerIsLive } from '../store/token-issuers.ts';
import { type AuditEntry, StorageFullError, UnitOfWork } from '../store/unit-of-work.ts';
import { type Context, personOf } from './context.ts';
import { disclosed } from './disclosure.ts';
import { kindsOf, type OperationName } from './event-kinds.ts';
import { firstAnswer, KEY_LIVES, keyedRequest } from './idempotency.ts';
import { lacking, lackText, type Requirement, requiredFor, type Scope } from './scope.ts';

/** The input of one run of a verb: the request and the unit of work that it fills. */
export interface Work extends Context {
  readonly unit: UnitOfWork;
  /** Records the change in the audit log. Every verb that writes calls it once. */
  audit(entry: Pick<AuditEntry, 'subjectId' | 'entities' | 'before' | 'after'>): void;
}

interface Verb<Input, Changed> extends Requirement<Input> {
  readonly name: OperationName;
  /** Whether a delegate may call the verb. It then reaches only what belongs to the delegate. */
  readonly forDelegates?: boolean;
  /** Parses, loads in one read batch, decides, fills the unit, and returns the ids of what changed. */
  decide(input: Input, work: Work): Promise<Result<Changed>>;
  /** Returns what a replay answers. Defaults to the same as the first request. It must omit secrets, because it is stored. */
  forReplay?(changed: Changed): Changed;
  /** Returns a job that was created or may continue, or a customer whose erasure begins. */
  begins?(changed: Changed): string | null;
}

/** The result of an operation: the refusals, or what changed with what was read back in the same write. */
export type Outcome<Changed, Read> =
  /** Whether an earlier request with the same idempotency key made the change, so that nothing was written now. */
  | { readonly ok: true; readonly changed: Changed; readonly read: Read; readonly isReplay: boolean }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export type ReadBack<Changed, Read> = (changed: Changed, unit: UnitOfWork) => () => Read;

export interface Operation<Input, Changed> {
  readonly operationName: string;
  readonly requirement: Requirement<Input>;
  /** Whether a delegate may call the operation. */
  readonly forDelegates: boolean;
  <Read>(context: Context, input: Input, readBack: ReadBack<Changed, Read>): Promise<Outcome<Changed, Read>>;
}

/** Thrown before anything is read if the caller may not do this, whatever the input. Not a refusal, because no input could fix it. */
export class ForbiddenError extends Error {
  /** The scopes that the token lacks. Empty if no delegate may do this. */
  readonly scopes: readonly Scope[];
  constructor(scopes: readonly Scope[]) {
    super(scopes.length === 0 ? 'A delegate token cannot do this.' : lackText(scopes));
    this.scopes = scopes;
  }
}

/**
 * Makes a verb callable: authorizes the caller, lets the verb decide, and commits. A writer that loses a race decides again on the new
 * state after a pause, so that it succeeds or is refused for the right reason. A request whose idempotency key has a record is answered
 * from the record, which is read while the verb decides. If the token was revoked or its issuer changed since the lookup, nothing is
 * written: the batch itself asserts that it is live.
 * @throws ForbiddenError, and UnauthorizedError of the unit of work
 */
export function operation<Input, Changed>(verb: Verb<Input, Changed>): Operation<Input, Changed> {
  async function run<Read>(context: Context, input: Input, readBack: ReadBack<Changed, Read>): Promise<Outcome<Changed, Read>> {
    const required = requiredFor(verb, input);
    const missing = lacking(required, context.actor.scopes);
    if (missing.length > 0) throw new ForbiddenError(missing);
    if (context.actor.delegate && !verb.forDelegates) throw new ForbiddenError([]);
    const { store, now, actor, idempotencyKey } = context;
    const sound = requireSoundTexts(input);
    if (!sound.ok) return sound;
    const keyed = keyedRequest(verb.name, input, idempotencyKey);
    if (!keyed.ok) return keyed;
    const request = keyed.value;
    const since = now - KEY_LIVES;
    store.onPrimary();
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      if (attempt > 1) await context.pause(attempt);
      const unit = new UnitOfWork(store);
      unit.authorize(stillAuthorized(context, required));
      unit.limitStorage();
      const [record, decision] = await Promise.all([
        request ? recordOfKey(store, request.key, since) : undefined,
        verb.decide(input, work(context, unit, verb.name)),
      ]);
      if (request && record) return replay(context, firstAnswer(record, request), readBack);
      if (!decision.ok) return { ok: false, refusals: disclosed(decision.refusals, verb.scope, actor.scopes) };
      const recordable = unit.isRecordable();
      if (!recordable.ok) return { ok: false, refusals: disclosed(recordable.refusals, verb.scope, actor.scopes) };
      if (request) {
        const changed = verb.forReplay?.(decision.value) ?? decision.value;
        unit.record(...insertRecord(store, { ...request, changed }, { now, since }));
      }
      const read = readBack(decision.value, unit);
      const committed = await unit.commit().catch(spaceLeft);
      if (committed === false) continue;
      if (committed !== true) return { ok: false, refusals: disclosed(committed.refusals, verb.scope, actor.scopes) };
      const job = verb.begins?.(decision.value);
      if (job) context.beginJob(job);
      if (unit.isFollowed) context.followChange();
      return { ok: true, changed: decision.value, read: read(), isReplay: false };
    }
    // Read once more, for the revision that the other writers have left.
    const unit = new UnitOfWork(store);
    const decision = await verb.decide(input, work(context, unit, verb.name));
    const refusals = decision.ok ? [conflictAfterRetries(MAX_ATTEMPTS, unit.revision)] : decision.refusals;
    return { ok: false, refusals: disclosed(refusals, verb.scope, actor.scopes) };
  }
  return Object.assign(run, { operationName: verb.name, requirement: verb, forDelegates: verb.forDelegates ?? false });
}

const MAX_ATTEMPTS = 10;

/** Returns the condition under which the caller may still write, which its batch asserts. */
function stillAuthorized({ store, actor, now }: Context, required: readonly Scope[]) {
  const { id, staff } = actor;
  if (staff) return staffIsLive(store, { issuerId: id, subject: staff.id, ...staff }, required, now);
  return isId('iss', id) ? issuerIsLive(store, id) : tokenIsLive(store, id, now);
}

/** The refusal of a change that exceeds the organization's quota. Any other error is thrown again. */
function spaceLeft(error: unknown): Refused {
  if (error instanceof StorageFullError) return refuse(storageFull(error.use));
  throw error;
}

/** Returns what the first request changed, in its current state. */
async function replay<Changed, Read>(
  { store }: Context,
  first: Result<unknown>,
  readBack: ReadBack<Changed, Read>,
): Promise<Outcome<Changed, Read>> {
  if (!first.ok) return first;
  // The hash includes the name of the operation, so the record belongs to this operation.
  const changed = first.value as Changed;
  const unit = new UnitOfWork(store);
  const read = readBack(changed, unit);
  await unit.commit();
  return { ok: true, changed, read: read(), isReplay: true };
}

function work(context: Context, unit: UnitOfWork, name: OperationName): Work {
  const { newId, now, actor, requestId } = context;
  return {
    ...context,
    unit,
    audit: (entry) =>
      unit.audit({
        id: newId('aud'),
        at: now,
        actor: actor.id,
        delegate: personOf(actor),
        requestId,
        operation: name,
        kinds: kindsOf(name, { ...entry, movesTimeline: unit.isTimelineMoved }),
        ...entry,
      }),
  };
}
