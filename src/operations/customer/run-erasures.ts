import { eraseDetails, eraseField } from '../../domain/erasure.ts';
import { isId } from '../../domain/id.ts';
import type { D1 } from '../../engine/d1/d1.ts';
import { unavailableBeneath } from '../../engine/d1/unavailable.ts';
import { batchIf } from '../../store/batch.ts';
import { openStore, type Store } from '../../store/client.ts';
import {
  advanceErasure,
  type Erasure,
  endErasure,
  eraseAccount,
  eraseAliases,
  eraseComments,
  eraseEntry,
  eraseLicenseMetadata,
  eraseRecords,
  erasureIsAt,
  nextToErase,
  organizationsWithErasures,
  runningErasure,
} from '../../store/erasures.ts';
import { UnitOfWork } from '../../store/unit-of-work.ts';
import { Budget } from '../budget.ts';
import { kindsOf, type OperationName } from '../event-kinds.ts';
import { KEY_LIVES } from '../idempotency.ts';
import type { Run } from '../job/migrate-account.ts';
import { inTurn } from '../turns.ts';

/** How the audit entries of each operation are erased. The entries of others hold no personal text. */
const ERASERS: Readonly<Partial<Record<OperationName, (state: unknown) => unknown>>> = {
  createCustomer: eraseDetails,
  updateCustomer: eraseDetails,
  createAccount: eraseDetails,
  updateAccount: eraseDetails,
  deleteAccount: eraseDetails,
  addAccountAliases: eraseDetails,
  removeAccountAliases: eraseDetails,
  addLicenseUpdate: eraseField('metadata'),
  updateProposalStatus: eraseField('comment'),
};
const OPERATION = 'completeErasure';

/** Organizations that every run serves. */
const ORGANIZATIONS = 25;
/** Maximum number of steps that follow the answer to the mutation: the whole erasure of most customers. */
const STEPS_AT_ONCE = 10;

/**
 * Continues the erasures of all organizations in turn, a step each. No token calls it. Runs may be late, repeated or concurrent, because a
 * step is written only if no other run has made it. The next run does what remains.
 * @throws AggregateError after everything else is done, if a bug prevents a step
 */
export async function runDueErasures(d1: D1Database, run: Run, budget: Budget = new Budget()): Promise<void> {
  const errors: unknown[] = [];
  const waiting = inTurn(await organizationsWithErasures(d1, ORGANIZATIONS), ORGANIZATIONS, run.now).map(
    (orgId): Turn => ({
      store: openStore(d1, orgId, null, budget.usage),
      erasure: undefined,
      after: '',
    }),
  );
  for (let turn = waiting.shift(); turn && !budget.isSpent; turn = waiting.shift()) {
    const { store, after } = turn;
    let { erasure } = turn;
    try {
      erasure ??= await runningErasure(store, { after });
      if (!erasure) continue;
      const next = await takeStep(store, erasure, run);
      if (next === 'OVERTAKEN') waiting.push({ store, erasure: undefined, after: erasure.customerId });
      else waiting.push({ store, erasure: next === 'DONE' ? undefined : next, after });
    } catch (error) {
      if (unavailableBeneath(error)) throw error;
      errors.push(error);
      if (erasure) waiting.push({ store, erasure: undefined, after: erasure.customerId });
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} erasures failed`);
}

/** An organization, and what its erasure has reached. `undefined`: the next of its erasures, which is not read yet. */
interface Turn {
  readonly store: Store;
  readonly erasure: Erasure | undefined;
  /** The generated id of the last customer whose erasure failed in this run, or is made by another run: it holds up no other. */
  readonly after: string;
}

/** Takes the first steps of an erasure, within what is left of a budget. The scheduled run takes the others. */
export async function beginErasing(
  d1: D1,
  { orgId, id }: { readonly orgId: string; readonly id: string },
  run: Run,
  budget: Budget,
): Promise<void> {
  const store = openStore(d1, orgId, null, budget.usage);
  let erasure = budget.isSpent ? undefined : await runningErasure(store, { customerId: id });
  for (let step = 0; erasure && step < STEPS_AT_ONCE && !budget.isSpent; step++) {
    const next = await takeStep(store, erasure, run);
    erasure = typeof next === 'string' ? undefined : next;
  }
}

/** Erases the next page of what is known of a customer. Returns what the erasure has reached then. */
async function takeStep(store: Store, erasure: Erasure, { now, newId, requestId }: Run): Promise<Erasure | 'DONE' | 'OVERTAKEN'> {
  const page = await nextToErase(store, erasure, Object.keys(ERASERS));
  const statements = erasing(store, erasure, page, now);
  const subjectId = page.isRead ? page.nextAccountId : erasure.subjectId;
  if (subjectId !== null) {
    const entryId = page.isRead ? '' : (page.entries.at(-1)?.id ?? erasure.entryId);
    const reached = { ...erasure, subjectId, entryId };
    const isWritten = await batchIf(store, erasureIsAt(store, erasure), [...statements, advanceErasure(store, reached)]);
    return isWritten ? reached : 'OVERTAKEN';
  }
  const { customerId } = erasure;
  const unit = new UnitOfWork(store);
  unit.guard(erasureIsAt(store, erasure));
  unit.write(...statements, endErasure(store, erasure, now));
  const change = { subjectId: customerId, entities: [customerId], before: { erasedAt: null }, after: { erasedAt: now } };
  const kinds = kindsOf(OPERATION, { ...change, movesTimeline: false });
  unit.audit({ id: newId('aud'), at: now, actor: 'system', delegate: null, requestId, operation: OPERATION, kinds, ...change });
  return (await unit.commit()) ? 'DONE' : 'OVERTAKEN';
}

/** Returns the statements that erase a page. */
function erasing(
  store: Store,
  { subjectId, entryId }: Erasure,
  { entries, aliases }: Awaited<ReturnType<typeof nextToErase>>,
  now: number,
) {
  const personal = entries.flatMap(({ operation, before, after, ...entry }) => {
    const erase = ERASERS[operation as OperationName];
    return erase ? [{ ...entry, before: erase(before), after: erase(after) }] : [];
  });
  const ids = personal.flatMap(({ entities }) => entities as readonly string[]);
  const purchases = ids.filter((id) => isId('purchase', id));
  const licenseUpdates = ids.filter((id) => isId('lic', id));
  // Older records have expired.
  const instants = personal.flatMap(({ at }) => (at > now - KEY_LIVES ? [at] : []));
  return [
    ...(isId('acc', subjectId) && entryId === '' ? [eraseAccount(store, subjectId, now)] : []),
    ...(aliases.length > 0 ? [eraseAliases(store, aliases)] : []),
    ...personal.map((entry) => eraseEntry(store, entry)),
    ...(purchases.length > 0 ? [eraseComments(store, purchases)] : []),
    ...(licenseUpdates.length > 0 ? [eraseLicenseMetadata(store, licenseUpdates)] : []),
    ...(instants.length > 0 ? [eraseRecords(store, instants, ids)] : []),
  ];
}
