import { parseEach } from '../../domain/fields.ts';
import { invalid, notFound } from '../../domain/refusal.ts';
import { okUnless, type Result, refuse, withPath } from '../../domain/result.ts';
import { type LicenseUpdate, type PreActionInput, parsePreAction } from '../../domain/schedule/license-update.ts';
import { insertLicenseUpdates } from '../../store/license-updates.ts';
import type { Work } from '../operation.ts';

export type PreActions = readonly PreActionInput[] | null | undefined;

const MAX_PRE_ACTIONS = 100;

/** Whether an input changes the licenses of an account, which are the account's and not a schedule's. */
export const grantsLicenses = (preActions: PreActions): boolean => (preActions ?? []).length > 0;

/** The same in words, after "Requires …". */
export const GIVEN = 'if `preActions` are given';

/** The licenses that pre-actions name, to be loaded with everything else. */
export const licenseIdsOf = (preActions: PreActions): string[] => (preActions ?? []).map(({ config }) => config.licenseId);

/** The license updates of pre-actions, each of a license that exists. */
export function parsePreActions(
  preActions: PreActions,
  licenses: readonly { readonly id: string }[],
  now: number,
): Result<LicenseUpdate[]> {
  const actions = preActions ?? [];
  if (actions.length > MAX_PRE_ACTIONS) {
    return refuse(invalid(`At most ${MAX_PRE_ACTIONS} pre-actions, not ${actions.length}.`, ['preActions'], 'LIMIT_EXCEEDED'));
  }
  const licenseIds = new Set(licenses.map(({ id }) => id));
  const updates = withPath(
    parseEach(actions, (preAction) => parsePreAction(preAction, now)),
    'preActions',
  );
  if (!updates.ok) return updates;
  const unknown = updates.value.flatMap(({ licenseId }, i) =>
    licenseIds.has(licenseId) ? [] : [notFound('license', licenseId, ['preActions', i, 'config', 'licenseId'])],
  );
  return okUnless(unknown, updates.value);
}

/** Records license updates in the write of the change that they belong to. */
export function writeLicenseUpdates({ store, unit, newId, now }: Work, accountId: string, updates: readonly LicenseUpdate[]): string[] {
  if (updates.length === 0) return [];
  const rows = updates.map((update) => ({ ...update, id: newId('lic'), accountId, createdAt: now }));
  unit.write(insertLicenseUpdates(store, rows));
  return rows.map(({ id }) => id);
}
