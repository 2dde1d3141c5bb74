import type { ArgBuilder } from '@pothos/core';
import {
  type Assumptions,
  type LicenseAssumption,
  MAX_ASSUMPTIONS,
  MAX_NAMES,
  MAX_QUANTITY,
  type UsageAssumption,
} from '../../domain/rating/assumptions.ts';
import { MAX_CYCLES } from '../../domain/rating/estimate.ts';
import { builder } from '../builder.ts';
import { describedEnum } from '../enums.ts';
import { LicenseUpdateTypeEnum } from '../schedule/license-update.ts';

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
    quantity: t.field({ type: 'Decimal', required: true, description: `Quantity used, 0 to ${MAX_QUANTITY}.` }),
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
      description: `Number of licenses, maximum ${MAX_QUANTITY}. Negative only if relative. Required unless \`names\` is given.`,
    }),
    names: t.stringList({
      description: `Holders of a named license, maximum ${MAX_NAMES}. Equal names count once, and the recorded number is ignored. Required unless \`quantity\` is given.`,
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
    description: `Usage to assume, maximum ${MAX_ASSUMPTIONS} items. Omit to assume none.`,
  }),
  licenses: t({
    type: [LicenseAssumptionInput],
    description: `Changes of licenses to assume, maximum ${MAX_ASSUMPTIONS} items. Omit to assume the recorded licenses.`,
  }),
});

interface AssumptionArgs {
  readonly usage?: readonly UsageAssumption[] | null | undefined;
  readonly licenses?: readonly (Pick<LicenseAssumption, 'licenseId' | 'updateType'> & Optional<LicenseAssumption>)[] | null | undefined;
}
type Optional<T> = { readonly [K in 'quantity' | 'names' | ('effectiveFrom' & keyof T)]?: T[K & keyof T] | null | undefined };

/** Returns the assumptions of arguments in the domain's form. */
export function toAssumptions({ usage, licenses }: AssumptionArgs): Assumptions {
  return {
    usage: usage ?? [],
    licenses: (licenses ?? []).map(({ quantity = null, names = null, effectiveFrom = null, ...each }) => {
      return { ...each, quantity, names, effectiveFrom };
    }),
  };
}

/** The ids of the items that assumptions name. */
export const itemIds = ({ usage, licenses }: Assumptions): readonly string[] => [
  ...usage.map(({ billableId }) => billableId),
  ...licenses.map(({ licenseId }) => licenseId),
];
