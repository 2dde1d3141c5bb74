import * as v from 'valibot';
import type { PricingRuleFragment } from '../documents.ts';
import { toOptionalTextMap } from '../text-map.ts';

/** The version of a plan that a query names. */
export const versionQuery = {
  version: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (value) => LABEL.test(value) || /^[1-9]\d{0,8}$/.test(value),
        ({ input }) => `Must be LATEST, ACTIVE or the number of a version, not "${input}".`,
      ),
    ),
  ),
};

/** How a plan is found, whichever version of it exists. */
export const ANY_VERSION = { parameter: 'version', any: { version: { label: 'LATEST' } } } as const;

const LABEL = /^(LATEST|ACTIVE)$/;

/** Returns the version as GraphQL takes it. Without one, it is the newest, which may be the draft. */
export function versionBy(version = 'LATEST') {
  if (version === 'LATEST' || version === 'ACTIVE') return { label: version } as const;
  return { number: Number(version) };
}

/** Returns a pricing rule as the mirror answers it. */
export const toPricingRule = ({ action: { metadata, ...action }, ...rule }: PricingRuleFragment) => ({
  ...rule,
  action: { ...action, metadata: toOptionalTextMap(metadata) },
});
