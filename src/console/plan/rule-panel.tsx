import type { PlanVersionQuery } from 'billing-catalogue/documents';
import { useId } from 'preact/hooks';
import { wordsOf } from '../format.ts';
import { Facts } from '../part/facts.tsx';
import { Issues } from './issues.tsx';

interface RulePanelProps {
  readonly rule: NonNullable<PlanVersionQuery['pricePlan']>['pricingRules'][number];
  /** What is wrong with the rule. */
  readonly issues: Parameters<typeof Issues>[0]['issues'];
}

/** A pricing rule: when it applies, and what it computes. */
export function RulePanel({ rule: { name, order, condition, computation, invoiceTiming, action }, issues }: RulePanelProps) {
  const id = useId();
  return (
    <section class="panel" aria-labelledby={id}>
      <h3 id={id}>
        {order}. {name}
      </h3>
      {action.description && <p>{action.description}</p>}
      <Issues issues={issues} />
      <Facts
        entries={[
          ['When', condition ? <code>{condition}</code> : 'Always'],
          [action.type === 'ADD' ? 'Adds a line of' : `Updates ${action.target ?? ''} to`, <code key="sum">{computation}</code>],
          ['Invoiced', invoiceTiming && wordsOf(invoiceTiming)],
        ]}
      />
    </section>
  );
}
