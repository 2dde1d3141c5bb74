import type { ArgBuilder } from '@pothos/core';
import { grouped } from '../../domain/count.ts';
import { MAX_ASSUMPTIONS, MAX_NAMES, type UsageAssumption } from '../../domain/rating/assumptions.ts';
import { MAX_CYCLES } from '../../domain/rating/estimate.ts';
import { MAX_QUANTITY } from '../../domain/rating/quantities.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { LicenseUpdateTypeEnum } from '../schedule/license-update.ts';

/** Cycles that a preview of money compares unless the request says how many. */
export const PREVIEW_CYCLES = 3;

const USAGE = `Usage to assume, maximum ${MAX_ASSUMPTIONS} items. Omit to assume none.`;
const LICENSES = `Changes of licenses to assume, maximum ${MAX_ASSUMPTIONS} items. Omit to assume the recorded licenses.`;

const AssumptionPeriod = builder.enumType('AssumptionPeriod', {
  description: 'The time in which an assumed quantity is used.',
  values: describedEnum({
    CYCLE: 'A whole pricing cycle of the schedule. A cut cycle has the part of the quantity that its days are of a whole cycle.',
    DAY: 'A day.',
  } satisfies Record<UsageAssumption['per'], string>),
});

const UsageAssumptionInput = builder.inputType('UsageAssumption', {
  description: 'Usage that an estimate assumes.',
  fields: (t) => ({
    billableId: t.string({ required: true, description: 'Generated id of a usage meter, or of a feature whose overage is priced.' }),
    quantity: t.field({ type: 'Decimal', required: true, description: `Quantity used, 0 to ${grouped(MAX_QUANTITY)}.` }),
    per: t.field({
      type: AssumptionPeriod,
      required: true,
      defaultValue: 'CYCLE',
      description: 'Time in which the quantity is used. Defaults to `CYCLE`.',
    }),
  }),
});

const LicenseAssumptionInput = builder.inputType('LicenseAssumption', {
  description:
    'A change of licenses that an estimate assumes, in addition to the recorded license updates. Requires `quantity` or `names`.',
  fields: (t) => ({
    licenseId: t.string({ required: true, description: 'Generated id of the license.' }),
    quantity: t.field({
      type: 'Decimal',
      description: `Number of licenses, maximum ${grouped(MAX_QUANTITY)}. Negative only if relative. Required unless \`names\` is given.`,
    }),
    names: t.stringList({
      description: `Holders of a named license, maximum ${grouped(MAX_NAMES)}. Equal names count once, and the recorded number is ignored. Required unless \`quantity\` is given.`,
    }),
    updateType: t.field({
      type: LicenseUpdateTypeEnum,
      required: true,
      defaultValue: 'ABSOLUTE',
      description: 'Whether the licenses replace the earlier ones or are added to them. Defaults to `ABSOLUTE`.',
    }),
    effectiveFrom: t.field({
      type: 'DateTime',
      description: 'Instant from which the change applies. Defaults to the start of the first cycle that is priced.',
    }),
  }),
});

export const MoneyPreviewInput = builder.inputType('MoneyPreviewInput', {
  description: 'What to compare in a preview of money, and what to assume.',
  fields: (t) => ({
    cycles: t.int({
      required: true,
      defaultValue: PREVIEW_CYCLES,
      description: `Number of pricing cycles, 1 to ${MAX_CYCLES}. Defaults to ${PREVIEW_CYCLES}.`,
    }),
    usage: t.field({ type: [UsageAssumptionInput], description: USAGE }),
    licenses: t.field({ type: [LicenseAssumptionInput], description: LICENSES }),
  }),
});

type Types = typeof builder.$inferSchemaTypes;

/** The arguments that every estimate and preview of money takes. */
export const assumptionArgs = (t: ArgBuilder<Types>, defaultCycles: number) => ({
  cycles: t({
    type: 'Int',
    required: true,
    defaultValue: defaultCycles,
    description: `Number of pricing cycles, 1 to ${MAX_CYCLES}. Defaults to ${defaultCycles}.`,
  }),
  usage: t({
    type: [UsageAssumptionInput],
    description: USAGE,
  }),
  licenses: t({
    type: [LicenseAssumptionInput],
    description: LICENSES,
  }),
});
