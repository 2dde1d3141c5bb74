import { requireWritable } from '../../domain/account/account.ts';
import { fields, optional } from '../../domain/fields.ts';
import { notFound } from '../../domain/refusal.ts';
import { mapPaths, ok, type Result, refuse } from '../../domain/result.ts';
import { checkLicenses, type LicenseUpdate, type LicenseUpdateInput, parseLicenseUpdate } from '../../domain/schedule/license-update.ts';
import { type Metadata, parseMetadata } from '../../domain/text.ts';
import { accountById, accountIsAt, advanceAccount } from '../../store/accounts.ts';
import { insertLicenseUpdates, licensesById, licenseUpdatesOf } from '../../store/license-updates.ts';
import { operation } from '../operation.ts';
import { type NamedAccount, requireAccount } from './require.ts';

export interface AddLicenseUpdateInput extends NamedAccount, LicenseUpdateInput {
  readonly metadata?: unknown;
}

/** Records a change of the number of licenses that an account holds. */
export const addLicenseUpdate = operation({
  name: 'addLicenseUpdate',
  scope: 'accounts:write',
  async decide(input: AddLicenseUpdateInput, work): Promise<Result<{ licenseUpdate: string }>> {
    const { store, unit, now, newId } = work;
    const [row, [license], recorded] = await store.db.batch([
      accountById(store, input.accountId),
      licensesById(store, [input.licenseId]),
      licenseUpdatesOf(store, input.accountId, [input.licenseId]),
    ]);
    const required = requireAccount(row, input);
    if (!required.ok) return required;
    const account = required.value;
    const writable = requireWritable(account.status);
    if (!writable.ok) return writable;
    if (!license) return refuse(notFound('license', input.licenseId, ['licenseId']));
    const parsed = fields<{ update: LicenseUpdate; metadata: Metadata | null }>(
      { update: parseLicenseUpdate(input, now), metadata: optional(input.metadata, null, parseMetadata) },
      { update: [] },
    );
    if (!parsed.ok) return parsed;
    const { update, metadata } = parsed.value;
    const checked = mapPaths(checkLicenses(recorded, [update]), () => ['quantity']);
    if (!checked.ok) return checked;

    const id = newId('lic');
    const rows = checked.value.map((each) => ({ ...each, metadata, id, accountId: account.id, createdAt: now }));
    unit.guard(accountIsAt(store, account), account.revision);
    unit.write(insertLicenseUpdates(store, rows));
    unit.record(advanceAccount(store, account, { now, timeline: false }));
    work.audit({ subjectId: account.id, entities: [account.id, id], before: null, after: { ...update, metadata } });
    return ok({ licenseUpdate: id });
  },
});
