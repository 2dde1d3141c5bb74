import { type BillableItem, displayNameOf, KINDS_BY_RATE_CARD_TYPE } from '../../billable-item.ts';
import type { RateCard } from '../../rate-card/rate-card.ts';
import { type CardFault, rateFaults } from './rates.ts';

/** What is needed to find the faults of a card. */
export interface CardSurroundings {
  readonly currencies: readonly string[];
  readonly deferredRevenue: boolean;
  readonly billables: ReadonlyMap<string, BillableItem>;
  /** The cards before it in the same owner. */
  readonly earlier: readonly RateCard[];
}

/** Returns everything that is wrong with a rate card: its rates, its billable item, its timing, and conflicts with the cards before it. */
export function cardFaults(card: RateCard, surroundings: CardSurroundings): readonly CardFault[] {
  return [
    ...rateFaults(card, surroundings.currencies),
    ...billableFaults(card, surroundings.billables),
    ...repetitionFaults(card, surroundings.earlier),
    ...timingFaults(card),
    ...(surroundings.deferredRevenue ? deferredRevenueFaults(card) : []),
  ];
}

function billableFaults({ type, billableId }: RateCard, billables: ReadonlyMap<string, BillableItem>): readonly CardFault[] {
  const kinds = KINDS_BY_RATE_CARD_TYPE[type];
  if (kinds.length === 0) {
    if (billableId === null) return [];
    return [['BILLABLE_WRONG_KIND', `is a ${type}, which covers the plan as a whole and has no billable item. Remove \`billableId\`.`]];
  }
  const validItem = `an item of kind ${kinds.join(' or ')}`;
  if (billableId === null) return [['BILLABLE_UNKNOWN', `has no billable item. Choose ${validItem}.`]];
  const item = billables.get(billableId);
  if (!item) return [['BILLABLE_UNKNOWN', `prices "${billableId}", which does not exist. Choose ${validItem}.`]];
  const label = `"${displayNameOf(item)}" (${billableId})`;
  const faults: CardFault[] = [];
  if (item.status === 'ARCHIVED')
    faults.push(['BILLABLE_ARCHIVED', `prices ${label}, which is archived. Choose ${validItem} that is active.`]);
  if (!kinds.includes(item.kind))
    faults.push(['BILLABLE_WRONG_KIND', `is a ${type} and prices ${label}, a ${item.kind}. Choose ${validItem}.`]);
  return faults;
}

function repetitionFaults({ type, billableId }: RateCard, earlier: readonly RateCard[]): readonly CardFault[] {
  if (type === 'MINIMUM_COMMITMENT') {
    const first = earlier.find((card) => card.type === type);
    return first
      ? [['MINIMUM_COMMITMENT_DUPLICATE', `is a second minimum commitment, after "${first.name}". At most one is allowed.`]]
      : [];
  }
  const first = billableId === null ? undefined : earlier.find((card) => card.billableId === billableId);
  return first
    ? [['BILLABLE_DUPLICATE', `prices "${billableId}", as "${first.name}" does too. An item can have at most one rate card.`]]
    : [];
}

function timingFaults({ type, invoiceTiming }: RateCard): readonly CardFault[] {
  if ((type !== 'USAGE' && type !== 'ENTITLEMENT_OVERAGE') || invoiceTiming === 'IN_ARREARS') return [];
  return [['INVOICE_TIMING', `is invoiced ${invoiceTiming}. A ${type} card must be IN_ARREARS.`]];
}

function deferredRevenueFaults({ type, invoiceTiming }: RateCard): readonly CardFault[] {
  switch (type) {
    case 'CREDIT_GRANT':
    case 'BILLING_ENTITLEMENT':
    case 'ENTITLEMENT_OVERAGE':
      return [['DEFERRED_REVENUE_LIMIT', `is a ${type}, which a plan with deferred revenue cannot have. Remove it.`]];
    case 'FIXED_FEE':
    case 'LICENSE':
      if (invoiceTiming !== 'IN_ADVANCE') return [];
      return [['DEFERRED_REVENUE_LIMIT', `is invoiced IN_ADVANCE. With deferred revenue a ${type} must be IN_ARREARS.`]];
    default:
      return [];
  }
}
