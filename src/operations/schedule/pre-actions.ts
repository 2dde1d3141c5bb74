import { parseEach } from '../../domain/fields.ts';
import { invalid, notFound } from '../../domain/refusal.ts';
import { okUnless, type Result, refuse, withPath } from '../../domain/result.ts';
import {
  type LicenseUpdate,
  type PreActionInput,
  parsePreAction,
  type RecordedLicenseUpdate,
} from '../../domain/schedule/license-update.ts';
import { insertLicenseUpdates } from '../../store/license-updates.ts';
import type { Work } from '../operation.ts';

export type PreActions = readonly PreActionInput[] | null | undefined;

export const MAX_PRE_ACTIONS = 100;

/** Whether pre-actions change licenses, which belong to the account and not to a schedule. */
export const grantsLicenses = (preActions: PreActions): boolean => (preActions ?? []).length > 0;

/** `grantsLicenses` as text: completes "Requires `X` …" in the schema. */
export const GIVEN = 'if `preActions` are given';

/** Returns the ids of the licenses in pre-actions, which must be loaded for the decision. */
export const licenseIdsOf = (preActions: PreActions): string[] => (preActions ?? []).map(({ config }) => config.licenseId);

/** Parses the license updates of pre-actions. Refuses with NOT_FOUND a license that does not exist. */
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

/** Writes license updates together with the change that they belong to. Returns their row ids. */
export function writeLicenseUpdates(
  { store, unit, newId, now }: Work,
  accountId: string,
  updates: readonly RecordedLicenseUpdate[],
): string[] {
  if (updates.length === 0) return [];
  const rows = updates.map((update) => ({ ...update, id: newId('lic'), accountId, metadata: null, createdAt: now }));
  unit.write(insertLicenseUpdates(store, rows));
  return rows.map(({ id }) => id);
}
