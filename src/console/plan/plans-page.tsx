import { MigrationsDocument, PlanSearchDocument } from 'billing-catalogue/documents';
import { useState } from 'preact/hooks';
import { useSettled } from '../account/use-settled.ts';
import { usePages } from '../api/use-pages.ts';
import { instantText, wordsOf } from '../format.ts';
import { TextField } from '../part/field.tsx';
import { ListPanel } from '../part/list-panel.tsx';
import { More } from '../part/more.tsx';
import { Table } from '../part/table.tsx';
import { hrefOf } from '../route.ts';
import { moveText } from './move-text.ts';

/** The price plans, and the migrations between their versions. */
export function PlansPage() {
  return (
    <div class="columns">
      <PlanList />
      <aside aria-label="Migrations of accounts">
        <MigrationList />
      </aside>
    </div>
  );
}

function PlanList() {
  const [text, setText] = useState('');
  const search = useSettled(text.trim());
  const pages = usePages(PlanSearchDocument, { search: search || null, first: 25 }, ({ pricePlans }) => pricePlans);
  return (
    <section aria-label="All plans" aria-busy={pages.isLoading}>
      <search>
        <TextField label="Search" type="search" value={text} onInput={setText} hint="Part of a name or an id" />
      </search>
      {(pages.items.length > 0 || !pages.isLoading) && !pages.error && (
        <Table
          caption="Price plans"
          rows={pages.items}
          keyOf={({ id }) => id}
          empty={search ? `No plan matches “${search}”.` : 'There is no plan yet.'}
          columns={[
            { heading: 'Plan', cell: ({ pricePlanId, name }) => <a href={hrefOf(['plans', pricePlanId])}>{name}</a> },
            { heading: 'Paid', cell: ({ type }) => (type === 'BILLING' ? 'Each cycle' : 'Once') },
            { heading: 'Active', cell: ({ activeVersion }) => (activeVersion ? `Version ${activeVersion.version}` : 'None') },
            { heading: 'Draft', cell: ({ draft }) => (draft ? `Version ${draft.version}` : 'None') },
          ]}
        />
      )}
      <More pages={pages} what="plans" />
    </section>
  );
}

function MigrationList() {
  const pages = usePages(MigrationsDocument, { first: 5 }, ({ jobs }) => jobs);
  return (
    <ListPanel title="Migrations" pages={pages} empty="No account was moved to another version yet." what="migrations">
      {(job) => (
        <li key={job.id}>
          <a href={hrefOf(['plans', 'migrations', job.jobId])}>{moveText(job)}</a>
          <span class="quiet">
            {wordsOf(job.status)} · {instantText(job.createdAt)}
          </span>
        </li>
      )}
    </ListPanel>
  );
}
