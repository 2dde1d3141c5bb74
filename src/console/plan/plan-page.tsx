import { PlanVersionDocument, type PlanVersionQuery, PlanVersionsDocument } from 'billing-catalogue/documents';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { NO_PAGE, usePages } from '../api/use-pages.ts';
import { useQuery } from '../api/use-query.ts';
import { wordsOf } from '../format.ts';
import { Facts } from '../part/facts.tsx';
import { SelectField } from '../part/field.tsx';
import { More } from '../part/more.tsx';
import { Loading, Notice, Problem } from '../part/status.tsx';
import { hrefOf } from '../route.ts';
import { useTitle } from '../title.ts';
import { CostChart } from './cost-chart.tsx';
import { Differences } from './differences.tsx';
import { Issues } from './issues.tsx';
import { MigrationForm } from './migration-form.tsx';
import { RateCardPanel } from './rate-card-panel.tsx';
import { RulePanel } from './rule-panel.tsx';
import { useCards } from './use-cards.ts';

interface PlanPageProps {
  readonly pricePlanId: string;
  /** `version`: the version to show, the newest if omitted. `since`: the version to compare with, the one before if omitted, none if empty. */
  readonly parameters: URLSearchParams;
}

/** A version of a price plan: its prices, what is wrong with them, and what differs from another version. */
export function PlanPage({ pricePlanId, parameters }: PlanPageProps) {
  const pages = usePages(PlanVersionsDocument, { pricePlanId, first: 100 }, ({ pricePlan }) => pricePlan?.plan.versions ?? NO_PAGE);
  const versions = pages.items.map(({ version }) => version);
  if (pages.items.length === 0) {
    if (pages.isLoading || pages.error) return <More pages={pages} what="versions" />;
    return <Notice kind="problem">There is no such plan.</Notice>;
  }
  const version = versions.find((each) => String(each) === parameters.get('version')) ?? Math.max(...versions);
  const chosen = parameters.get('since') ?? String(version - 1);
  const since = versions.find((each) => String(each) === chosen && each !== version) ?? null;

  const show = (next: { readonly version?: string; readonly since?: string }): void => {
    location.hash = hrefOf(['plans', pricePlanId], { version: String(version), ...next });
  };
  const choices = pages.items.map((item) => ({
    value: String(item.version),
    label: `${item.version} (${wordsOf(item.status).toLowerCase()})`,
  }));
  const controls = (
    <>
      <SelectField label="Version" value={String(version)} onInput={(value) => show({ version: value })} choices={choices} />
      <SelectField
        label="Compare with"
        value={String(since ?? '')}
        onInput={(value) => show({ since: value })}
        choices={[{ value: '', label: 'No other version' }, ...choices.filter(({ value }) => value !== String(version))]}
      />
      {pages.hasMore && <More pages={pages} what="versions" />}
    </>
  );
  const active = pages.items.filter(({ status }) => status === 'ACTIVE').map((item) => item.version);
  return (
    <VersionView {...{ pricePlanId, version, since, controls }}>
      <MigrationForm pricePlanId={pricePlanId} versions={active} />
    </VersionView>
  );
}

interface VersionViewProps {
  readonly pricePlanId: string;
  readonly version: number;
  /** The version to compare with. `null`: none. */
  readonly since: number | null;
  readonly controls: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The controls stay while another version is read, so that a reader can go on to the next one. */
function VersionView({ pricePlanId, version, since, controls, children }: VersionViewProps) {
  const variables = { pricePlanId, version: { number: version }, since: since ?? version };
  const { data, error, isLoading, reload } = useQuery(PlanVersionDocument, variables);
  const [chosen, setCurrency] = useState('');
  const plan = data?.pricePlan;
  useTitle(plan?.name);
  const currencies = plan?.supportedCurrencies ?? [];
  const currency = currencies.find((each) => each === chosen) ?? currencies[0] ?? '';
  return (
    <div aria-busy={isLoading}>
      <div class="row controls">
        {controls}
        <SelectField
          label="Currency"
          value={currency}
          onInput={setCurrency}
          choices={currencies.map((each) => ({ value: each, label: each }))}
        />
      </div>
      <Problem error={error} retry={reload} />
      {plan?.version === version ? (
        <VersionContent key={version} {...{ plan, since, currency }} />
      ) : (
        !error && <Loading what="the version" />
      )}
      {children}
    </div>
  );
}

interface VersionContentProps {
  readonly plan: Plan;
  readonly since: number | null;
  readonly currency: string;
}

function VersionContent({ plan, since, currency }: VersionContentProps) {
  const { pricePlanId, version, issues, changesSince } = plan;
  const cards = useCards(pricePlanId, version);
  const others = useCards(pricePlanId, since);
  const issuesOf = (type: string, id: string) => issues.filter(({ entityType, entityId }) => entityType === type && entityId === id);
  const placed = [
    ...cards.items.flatMap(({ name }) => issuesOf('RATE_CARD', name)),
    ...plan.pricingRules.flatMap(({ name }) => issuesOf('PRICING_RULE', name)),
  ];
  return (
    <>
      {plan.description && <p>{plan.description}</p>}
      {issues.length > 0 && <Notice kind="problem">{issuesText(issues.length)}</Notice>}
      <Issues issues={issues.filter((issue) => !placed.includes(issue))} />
      <Facts entries={termsOf(plan)} />
      {since !== null && changesSince && <Differences changes={changesSince} from={since} to={version} />}
      {plan.type === 'BILLING' && (
        <CostChart
          {...{ pricePlanId, version, since, currency }}
          cards={[...cards.items, ...others.items]}
          rules={[...plan.pricingRules, ...formerRules(changesSince)]}
          changed={changesSince?.rateCards.changed.map(({ name }) => name) ?? []}
        />
      )}
      <h2>Rate cards</h2>
      <div class="cards">
        {cards.items.map((card) => (
          <RateCardPanel key={card.id} card={card} currency={currency} issues={issuesOf('RATE_CARD', card.name)} />
        ))}
      </div>
      {cards.isLoading && <Loading what="rate cards" />}
      {cards.items.length === 0 && !cards.isLoading && !cards.error && <p class="quiet">This version has no rate card.</p>}
      <Problem error={cards.error ?? others.error} retry={cards.error ? cards.reload : others.reload} />
      {plan.pricingRules.length > 0 && <h2>Pricing rules</h2>}
      {plan.pricingRules.map((rule) => (
        <RulePanel key={rule.pricingRuleId} rule={rule} issues={issuesOf('PRICING_RULE', rule.name)} />
      ))}
    </>
  );
}

type Plan = NonNullable<PlanVersionQuery['pricePlan']>;

/** Returns the logic of the other version's rules that this version does not have. */
const formerRules = (changes: Plan['changesSince']) => [
  ...(changes?.pricingRules.removed ?? []),
  ...(changes?.pricingRules.changed ?? []).flatMap(({ fields }) => fields.map(({ before }) => ({ condition: before }))),
];

const issuesText = (count: number): string =>
  count === 1
    ? 'An issue must be resolved before this draft can become active.'
    : `${count} issues must be resolved before this draft can become active.`;

function termsOf({ status, type, pricingCycleConfig, supportedCurrencies, deferredRevenue }: Plan) {
  const cycle = pricingCycleConfig;
  return [
    ['Status', wordsOf(status)],
    ['Paid', type === 'BILLING' ? 'Each cycle' : 'Once'],
    ['Pricing cycle', cycle && wordsOf(cycle.interval)],
    ['Cycles begin', cycle && (cycle.anniversaryCycle ? 'With each contract' : beginText(cycle.startOffset))],
    ['Invoices due', cycle && `${cycle.gracePeriod} days after a cycle`],
    ['Currencies', supportedCurrencies.join(', ')],
    ['Revenue', deferredRevenue && 'Deferred'],
  ] as const;
}

/** The offsets are words of the API, such as `1` and `FIRST`. */
const beginText = ({ dayOffset, monthOffset }: { readonly dayOffset: string; readonly monthOffset: string }): string =>
  `Day ${wordsOf(dayOffset).toLowerCase()}${monthOffset === 'NIL' ? '' : `, ${wordsOf(monthOffset).toLowerCase()} month`}`;
