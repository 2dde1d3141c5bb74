import { restoreStaff } from '../../operations/staff/restore.ts';
import { revokeStaff } from '../../operations/staff/revoke.ts';
import { requires } from '../admission/scopes.ts';
import { builder } from '../builder.ts';
import { connectionOf } from '../connection.ts';
import { mutation, one } from '../payload.ts';

export const StaffRevocation = builder.drizzleNode('staffRevocations', {
  name: 'StaffRevocation',
  description: 'A person of a staff issuer whose tokens are or were refused.',
  ...requires('tokens:manage'),
  id: { column: (table) => table.id, description: 'Opaque global id, for `node` and for client caches.' },
  select: { columns: { id: true } },
  fields: (t) => ({
    staffRevocationId: t.exposeString('id', { description: 'The generated id.' }),
    staffIssuerId: t.exposeString('staffIssuerId', { description: 'Id of the staff issuer, which the audit log names as `actor`.' }),
    subject: t.exposeString('subject', {
      description: "The `sub` claim of the person's tokens, which the audit log names as `delegate`.",
    }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', description: 'When the person was last revoked.' }),
    restoredAt: t.expose('restoredAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the person was restored. Tokens that were issued before are refused. `null`: every token is refused.',
    }),
  }),
});

export const StaffRevocationConnection = connectionOf('StaffRevocation', StaffRevocation);

const staffRevocation = one<{ readonly staffRevocation: string }>(
  {
    type: StaffRevocation,
    typeName: 'StaffRevocation',
    table: 'staffRevocations',
    description: 'The revocation. `null` when the change was refused.',
  },
  (changed) => changed.staffRevocation,
);

mutation(revokeStaff, {
  description:
    'Refuses every token of a person of a staff issuer, later ones too, until `restoreStaff`. From then on the person cannot write, and within 30 seconds cannot read. Revoking a person again changes nothing.',
  input: builder.inputType('RevokeStaffInput', {
    description: 'The person to revoke.',
    fields: (t) => ({
      staffIssuerId: t.string({ required: true, description: 'Id of the staff issuer. The audit log has it as `actor`.' }),
      subject: t.string({
        required: true,
        description: "The `sub` claim of the person's tokens, 1 to 255 characters. The audit log has it as `delegate`.",
      }),
    }),
  }),
  payload: { staffRevocation },
});

mutation(restoreStaff, {
  description:
    'Accepts a revoked person again, by tokens that are issued from then on. Earlier tokens stay refused. Restoring a person again changes nothing.',
  input: builder.inputType('RestoreStaffInput', {
    description: 'The person to restore.',
    fields: (t) => ({
      staffIssuerId: t.string({ required: true, description: 'Id of the staff issuer.' }),
      subject: t.string({ required: true, description: "The `sub` claim of the person's tokens." }),
    }),
  }),
  payload: { staffRevocation },
});
