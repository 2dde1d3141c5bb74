import { countText } from '../count.ts';
import { changeable, clearable, fields, optional, withChanges } from '../fields.ts';
import { finalizeBlocked, type Issue } from '../issue.ts';
import { parseCurrencies } from '../money.ts';
import { type PricingCycleConfig, type PricingCycleInput, parsePricingCycle } from '../pricing-cycle.ts';
import type { PricingRule } from '../pricing-rule/pricing-rule.ts';
import { invalid, notFound, precondition, type RefusalCode, type RefusalOf } from '../refusal.ts';
import { ok, okUnless, type Result, refuse, withPath } from '../result.ts';
import { parseName, parseRemark } from '../text.ts';

export type PricePlanType = 'BILLING' | 'PURCHASE';
export type PlanVersionStatus = 'DRAFT' | 'ACTIVE';

/** The terms of a plan version, without rate cards. A schedule can override the first three. */
export interface PlanTerms {
  /** `null` for a PURCHASE plan. */
  readonly pricingCycle: PricingCycleConfig | null;
  readonly currencies: readonly string[];
  readonly pricingRules: readonly PricingRule[];
  readonly deferredRevenue: boolean;
  readonly allowOngoingCycleUpdates: boolean;
}

export interface PlanVersion extends PlanTerms {
  /** The id of the version, which is `referenceId` in the API. */
  readonly id: string;
  readonly pricePlanId: string;
  readonly name: string;
  readonly type: PricePlanType;
  readonly version: number;
  readonly status: PlanVersionStatus;
  readonly description: string | null;
  /** Identifies the content of the rate cards: equal ids mean equal cards (README, "Rate-card sets"). */
  readonly rateCardSetId: string;
}

/** A new plan as callers write it. With a source plan, an omitted cycle or list of currencies is copied from it. */
export interface NewPricePlanInput {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly type: PricePlanType;
  readonly pricingCycleConfig?: PricingCycleInput | null | undefined;
  readonly supportedCurrencies?: readonly string[] | null | undefined;
  readonly deferredRevenue?: boolean | null | undefined;
  readonly allowOngoingCycleUpdates?: boolean | null | undefined;
  readonly sourcePricePlanId?: string | null | undefined;
}

export interface NewPricePlan {
  readonly name: string;
  readonly description: string | null;
  readonly type: PricePlanType;
  /** `null` for a PURCHASE plan, and if the source's is copied. */
  readonly pricingCycle: PricingCycleConfig | null;
  /** `null` if the source's are copied. */
  readonly currencies: readonly string[] | null;
  readonly deferredRevenue: boolean;
  readonly allowOngoingCycleUpdates: boolean;
  readonly sourcePricePlanId: string | null;
}

/** Changes of a plan. An omitted field keeps its value. `null` clears the description and is refused for the other fields. */
export interface PlanChangesInput {
  readonly description?: string | null | undefined;
  readonly pricingCycleConfig?: PricingCycleInput | null | undefined;
  readonly supportedCurrencies?: readonly string[] | null | undefined;
}

/** The versions that a change can affect: the only draft and the newest active version. A plan has at least one of them. */
export interface OpenVersions {
  readonly draft: PlanVersion | null;
  readonly latestActive: PlanVersion | null;
}

const NAME = { min: 1, max: 50 };
const DESCRIPTION = { max: 255, multiline: true };

/** Where callers write the terms that they call by another name. */
const INPUT_PATHS = { pricingCycle: ['pricingCycleConfig'], currencies: ['supportedCurrencies'] };

/**
 * Parses a new plan (README, "Price plans"). Refuses every invalid field. Refuses with PRICING_CYCLE_INVALID a BILLING plan without a cycle
 * and a source, and a PURCHASE plan with a cycle.
 */
export function parseNewPricePlan(input: NewPricePlanInput): Result<NewPricePlan> {
  const { type } = input;
  const sourcePricePlanId = input.sourcePricePlanId ?? null;
  return fields<NewPricePlan>(
    {
      name: parseName(input.name, NAME),
      description: optional(input.description, null, parseDescription),
      type: ok(type),
      pricingCycle: parseCycle(input.pricingCycleConfig ?? null, { type, isOptional: sourcePricePlanId !== null }),
      currencies:
        sourcePricePlanId === null
          ? parseCurrencies(input.supportedCurrencies ?? [])
          : optional(input.supportedCurrencies, null, parseCurrencies),
      deferredRevenue: ok(input.deferredRevenue ?? false),
      allowOngoingCycleUpdates: ok(input.allowOngoingCycleUpdates ?? false),
      sourcePricePlanId: ok(sourcePricePlanId),
    },
    INPUT_PATHS,
  );
}

/**
 * Returns version 1 of a new plan, a draft. A source provides rules, rate cards, and the cycle and currencies that the plan omits. Without
 * a source it has no rules, and its set is `noCards`, the id of the empty set. Refuses with PRICING_CYCLE_INVALID a BILLING plan without a
 * cycle if its source is a PURCHASE plan.
 */
export function firstVersion(
  plan: NewPricePlan,
  ids: { readonly pricePlanId: string; readonly versionId: string; readonly noCards: string },
  source: PlanVersion | null,
): Result<PlanVersion> {
  const pricingCycle = plan.type === 'PURCHASE' ? null : (plan.pricingCycle ?? source?.pricingCycle ?? null);
  if (plan.type === 'BILLING' && pricingCycle === null) return withPath(refuse(cycleMissing()), ...INPUT_PATHS.pricingCycle);
  return ok({
    id: ids.versionId,
    pricePlanId: ids.pricePlanId,
    name: plan.name,
    type: plan.type,
    version: 1,
    status: 'DRAFT',
    description: plan.description,
    pricingCycle,
    currencies: plan.currencies ?? source?.currencies ?? [],
    pricingRules: source?.pricingRules ?? [],
    deferredRevenue: plan.deferredRevenue,
    allowOngoingCycleUpdates: plan.allowOngoingCycleUpdates,
    rateCardSetId: source?.rateCardSetId ?? ids.noCards,
  });
}

/** Returns the draft with its changes. Refuses with PRICING_CYCLE_INVALID a cycle that the plan's type does not allow. */
export function changePlanTerms(version: PlanVersion, input: PlanChangesInput): Result<PlanVersion> {
  const { type } = version;
  const cycle = input.pricingCycleConfig;
  const changes = fields<{ [K in 'description' | 'pricingCycle' | 'currencies']: PlanVersion[K] | undefined }>(
    {
      description: clearable(input.description, parseDescription),
      pricingCycle: cycle === undefined ? ok(undefined) : parseCycle(cycle, { type, isOptional: false }),
      currencies: changeable(input.supportedCurrencies, parseCurrencies),
    },
    INPUT_PATHS,
  );
  return changes.ok ? ok(withChanges(version, changes.value)) : changes;
}

/** Of a plan's versions, its draft and its newest active one. */
export function openVersionsOf(versions: readonly PlanVersion[]): OpenVersions {
  const newestFirst = versions.toSorted((a, b) => b.version - a.version);
  return {
    draft: newestFirst.find(({ status }) => status === 'DRAFT') ?? null,
    latestActive: newestFirst.find(({ status }) => status === 'ACTIVE') ?? null,
  };
}

/** Returns the version that a change applies to: the draft, or else a new draft copied from the newest active version. */
export function editableVersion({ draft, latestActive }: OpenVersions, newId: string): PlanVersion {
  if (draft) return draft;
  if (!latestActive) throw new Error('A plan must have a version.');
  return nextVersion(latestActive, newId);
}

/** Returns version n + 1, a draft with the content of version n. */
export function nextVersion(latestActive: PlanVersion, id: string): PlanVersion {
  return { ...latestActive, id, version: latestActive.version + 1, status: 'DRAFT' };
}

/** The versions of a plan that a request can name. */
export interface NamedVersions {
  readonly draft: Pick<PlanVersion, 'id'> | null;
  readonly latestActive: Pick<PlanVersion, 'id' | 'version' | 'status'> | null;
}

/**
 * Checks that a request names the plan's draft. Refuses with ILLEGAL_TRANSITION if it names the newest active version, with NO_DRAFT, and
 * with NOT_FOUND if the draft is another version.
 */
export function requireNamedVersion({ draft, latestActive }: NamedVersions, referenceId: string, to: string): Result<undefined> {
  if (draft?.id === referenceId) return ok();
  if (latestActive?.id === referenceId) return refuse(illegal(latestActive, to, ['referenceId']));
  return refuse(draft === null ? noDraft() : notFound('draft', referenceId, ['referenceId'], { of: 'the plan' }));
}

/** Returns the version as active, after which it never changes. Refuses with NO_DRAFT, ILLEGAL_TRANSITION or FINALIZE_BLOCKED. */
export function finalizeVersion(version: PlanVersion | null, issues: readonly Issue[]): Result<PlanVersion> {
  const draft = requireDraft(version, 'ACTIVE');
  if (!draft.ok) return draft;
  const [first, ...more] = issues;
  return first ? refuse(finalizeBlocked([first, ...more], ['pricePlanId'])) : ok({ ...draft.value, status: 'ACTIVE' });
}

/**
 * Returns the draft to delete, and whether its plan is deleted because it has no other version. Refuses with NO_DRAFT or
 * ILLEGAL_TRANSITION.
 */
export function discardVersion({ draft, latestActive }: OpenVersions): Result<{ discarded: PlanVersion; planGoes: boolean }> {
  const discarded = requireDraft(draft, 'DISCARDED');
  return discarded.ok ? ok({ discarded: discarded.value, planGoes: latestActive === null }) : discarded;
}

/** Refuses with ARCHIVED a plan that is archived. */
export function requireLive({ name, archivedAt }: { readonly name: string; readonly archivedAt: number | null }): Result<undefined> {
  if (archivedAt === null) return ok();
  return refuse(
    precondition('ARCHIVED', `The plan "${name}" is archived and therefore read-only. Create another plan instead.`, ['pricePlanId']),
  );
}

/** Returns the newest active version of a plan, which is what it offers. Refuses with `code` if it is archived or has no active version. */
export function requireOffered<Version>(
  { name, archivedAt }: { readonly name: string; readonly archivedAt: number | null },
  latestActive: Version | null | undefined,
  code: RefusalCode = 'PLAN_NOT_ASSOCIABLE',
): Result<Version> {
  if (archivedAt === null && latestActive != null) return ok(latestActive);
  const why = archivedAt === null ? 'a draft. Finalize it first' : 'archived';
  return refuse(precondition(code, `The plan "${name}" is ${why}.`, ['pricePlanId']));
}

/** Refuses with PLAN_NOT_ASSOCIABLE a version that is not active or not of a BILLING plan. */
export function requireAssociable({ name, type, version, status }: PlanVersion): Result<undefined> {
  if (type === 'BILLING' && status === 'ACTIVE') return ok();
  const why = type === 'BILLING' ? `version ${version} is a draft. Finalize it first` : 'only a BILLING plan can be associated';
  return refuse(precondition('PLAN_NOT_ASSOCIABLE', `The plan "${name}" cannot be associated: ${why}.`, ['pricePlanId']));
}

/** Checks that a plan can be archived. Refuses with PLAN_IN_USE while a schedule or an open proposal uses it. */
export function archivePlan(use: { readonly schedules: number; readonly openProposals: number }): Result<undefined> {
  if (use.schedules === 0 && use.openProposals === 0) return ok();
  const message = `The plan is used by ${countText(use.schedules)} schedules and ${countText(use.openProposals)} open proposals. Only an unused plan can be archived.`;
  return refuse(precondition('PLAN_IN_USE', message, ['pricePlanId']));
}

const parseDescription = (value: string) => parseRemark(value, DESCRIPTION);

/** Parses the cycle of a plan of this type. With `isOptional`, a BILLING plan may omit it. */
function parseCycle(
  input: PricingCycleInput | null,
  { type, isOptional }: { readonly type: PricePlanType; readonly isOptional: boolean },
): Result<PricingCycleConfig | null> {
  if (type === 'BILLING') {
    if (input) return parsePricingCycle(input);
    return okUnless(isOptional ? [] : [cycleMissing()], null);
  }
  const message = 'A PURCHASE plan is paid once and has no pricing cycle. Omit `pricingCycleConfig`.';
  return okUnless(input ? [invalid(message, [], 'PRICING_CYCLE_INVALID')] : [], null);
}

function cycleMissing() {
  const message = 'A BILLING plan recurs and needs a pricing cycle, such as {"interval": "MONTHLY", "gracePeriod": 3}.';
  return invalid(message, [], 'PRICING_CYCLE_INVALID');
}

function requireDraft(version: PlanVersion | null, to: string): Result<PlanVersion> {
  if (!version) return refuse(noDraft());
  return version.status === 'DRAFT' ? ok(version) : refuse(illegal(version, to));
}

const noDraft = () => precondition('NO_DRAFT', 'The plan has no draft version. A change of the plan creates one.', ['pricePlanId']);

function illegal(
  { version, status: from }: Pick<PlanVersion, 'version' | 'status'>,
  to: string,
  path: readonly string[] = ['pricePlanId'],
): RefusalOf<'IllegalTransition'> {
  const message = `Version ${version} is ${from} and cannot change. Only a DRAFT can become ${to}.`;
  return { kind: 'IllegalTransition', code: 'ILLEGAL_TRANSITION', message, path, from, to };
}
