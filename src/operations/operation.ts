import { isId } from '../domain/id.ts';
import type { Refusal } from '../domain/refusal.ts';
import { type Refused, type Result, refuse } from '../domain/result.ts';
import { conflictAfterRetries } from '../domain/revision.ts';
import { storageFull } from '../domain/storage.ts';
import { requireSoundTexts } from '../domain/stray-text.ts';
import { tokenIsLive } from '../store/api-tokens.ts';
import { insertRecord, recordOfKey } from '../store/idempotency.ts';
import { issuerIsLive } from '../store/token-issuers.ts';
import { type AuditEntry, StorageFullError, UnitOfWork } from '../store/unit-of-work.ts';
import type { Context } from './context.ts';
import { disclosed } from './disclosure.ts';
import { firstAnswer, KEY_LIVES, keyedRequest } from './idempotency.ts';
import { lacking, lackText, type Requirement, requiredFor, type Scope } from './scope.ts';

/** What one run of a verb works with: the request, and the write that it may fill. */
export interface Work extends Context {
  readonly unit: UnitOfWork;
  /** Records the change in the audit log; every verb that writes calls it once. */
  audit(entry: Pick<AuditEntry, 'subjectId' | 'entities' | 'before' | 'after'>): void;
}

interface Verb<Input, Changed> extends Requirement<Input> {
  readonly name: string;
  /** Whether a delegate may call it as well: it then reaches nothing but what is the delegate's. */
  readonly forDelegates?: boolean;
  /** Parses, loads in one read batch, decides, fills the unit, and answers which entities changed. */
  decide(input: Input, work: Work): Promise<Result<Changed>>;
  /** What a replay answers in the place of what changed; absent: the very same. A secret is left out: what is kept is not secret. */
  forReplay?(changed: Changed): Changed;
  /** A job that was made or may go on. */
  begins?(changed: Changed): string | null;
}

/** What an operation answers: the refusals, or what changed and what was read back in the same write. */
export type Outcome<Changed, Read> =
  /** `isReplay`: an earlier request of the same idempotency key made the change, and nothing was written now. */
  | { readonly ok: true; readonly changed: Changed; readonly read: Read; readonly isReplay: boolean }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export type ReadBack<Changed, Read> = (changed: Changed, unit: UnitOfWork) => () => Read;

export interface Operation<Input, Changed> {
  readonly operationName: string;
  readonly requirement: Requirement<Input>;
  <Read>(context: Context, input: Input, readBack: ReadBack<Changed, Read>): Promise<Outcome<Changed, Read>>;
}

/** Thrown before anything is read: the caller may not do this, whatever the input. Not a refusal, because no input could mend it. */
export class ForbiddenError extends Error {
  /** Every scope that the token lacks; empty: no delegate may do this. */
  readonly scopes: readonly Scope[];
  constructor(scopes: readonly Scope[]) {
    super(scopes.length === 0 ? 'A delegate token may not do this.' : lackText(scopes));
    this.scopes = scopes;
  }
}

/**
 * Makes a verb callable: authorizes, then lets it decide, and commits. A writer that loses a race decides again on
 * what it now finds, after a pause, so that it either succeeds or is refused for the right reason. A request with an idempotency key is answered
 * from the record of its key where there is one; the record is looked for while the verb decides. A token that was revoked since
 * it was looked up, or whose issuer was removed, writes nothing: the batch itself asserts that it is live.
 * @throws ForbiddenError, and UnauthorizedError of the unit of work
 */
export function operation<Input, Changed>(verb: Verb<Input, Changed>): Operation<Input, Changed> {
  async function run<Read>(context: Context, input: Input, readBack: ReadBack<Changed, Read>): Promise<Outcome<Changed, Read>> {
    const missing = lacking(requiredFor(verb, input), context.actor.scopes);
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
      unit.authorize(isId('iss', actor.id) ? issuerIsLive(store, actor.id) : tokenIsLive(store, actor.id, now));
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
      return { ok: true, changed: decision.value, read: read(), isReplay: false };
    }
    // Read once more, for the revision that the last of the others left.
    const unit = new UnitOfWork(store);
    const decision = await verb.decide(input, work(context, unit, verb.name));
    const refusals = decision.ok ? [conflictAfterRetries(MAX_ATTEMPTS, unit.revision)] : decision.refusals;
    return { ok: false, refusals: disclosed(refusals, verb.scope, actor.scopes) };
  }
  return Object.assign(run, { operationName: verb.name, requirement: verb });
}

const MAX_ATTEMPTS = 10;

/** The refusal of a change for which the organization has no space left; any other error stays one. */
function spaceLeft(error: unknown): Refused {
  if (error instanceof StorageFullError) return refuse(storageFull(error.use));
  throw error;
}

/** What was changed the first time, as it is now. */
async function replay<Changed, Read>(
  { store }: Context,
  first: Result<unknown>,
  readBack: ReadBack<Changed, Read>,
): Promise<Outcome<Changed, Read>> {
  if (!first.ok) return first;
  // The hash covers the operation's name, so the record is of this very operation.
  const changed = first.value as Changed;
  const unit = new UnitOfWork(store);
  const read = readBack(changed, unit);
  await unit.commit();
  return { ok: true, changed, read: read(), isReplay: true };
}

function work(context: Context, unit: UnitOfWork, name: string): Work {
  const { newId, now, actor, requestId } = context;
  return {
    ...context,
    unit,
    audit: (entry) =>
      unit.audit({
        id: newId('aud'),
        at: now,
        actor: actor.id,
        delegate: actor.delegate?.id ?? null,
        requestId,
        operation: name,
        ...entry,
      }),
  };
}
