import {
  AccountTimelineDocument,
  DraftSchedulesDocument,
  TimelineRevisionsDocument,
  TimelineSchedulesDocument,
} from 'billing-catalogue/documents';
import { useState } from 'preact/hooks';
import { NO_PAGE } from '../api/use-pages.ts';
import { useQuery } from '../api/use-query.ts';
import { useRest } from '../api/use-rest.ts';
import { today } from '../clock.ts';
import { DraftPanel } from '../edit/draft-panel.tsx';
import { type EditForm, EditPanel } from '../edit/edit-panel.tsx';
import { type EditFields, fieldsOf, fieldsOfMove } from '../edit/fields.ts';
import { FOREVER, wordsOf } from '../format.ts';
import { Picture } from '../part/picture.tsx';
import { Loading, Notice, Problem } from '../part/status.tsx';
import { useTitle } from '../title.ts';
import { activeLane, draftLane, removedLane, withNeighbors } from './lane.ts';
import { RecordedSlider } from './recorded-slider.tsx';
import { type Span, spanAround, type Zoom } from './span.ts';
import { SpanControls } from './span-controls.tsx';
import { type Lane, TimelinePicture } from './timeline-picture.tsx';
import { TimelineTables } from './timeline-tables.tsx';

/** Cycles that are read of a schedule at most. One with more in the days that are shown is drawn without them. */
const MOST_CYCLES = 100;
/** Weeks of a month, the shortest cycles: 31 / 7. */
const WEEKS = 4.43;

/** The contract of an account over time, its draft, and the forms that edit it. */
export function TimelinePage({ accountId }: { readonly accountId: string }) {
  const [zoom, setZoom] = useState<Zoom>(12);
  const [span, setSpan] = useState<Span>(spanAround(today(), 12));
  const [asOf, setAsOf] = useState<string | null>(null);
  const [form, setForm] = useState<EditForm>(() => ({ number: 0, fields: fieldsOf(null, null), isMoved: false, done: '' }));
  const shown = { accountId, ...span, asOf, cycles: Math.min(Math.ceil(zoom * WEEKS) + 2, MOST_CYCLES) };
  const { data, error, isLoading, reload } = useQuery(AccountTimelineDocument, { ...shown, withDraft: asOf === null });
  const read = data?.account;
  const schedules = useRest(
    TimelineSchedulesDocument,
    shown,
    { first: read?.schedules ?? null, isLoading },
    ({ account }) => account?.schedules ?? NO_PAGE,
  );
  const drafted = useRest(
    DraftSchedulesDocument,
    { accountId, from: span.from, cycles: shown.cycles },
    { first: read?.draft?.schedules ?? null, isLoading },
    ({ account }) => account?.draft?.schedules ?? NO_PAGE,
  );
  const revisions = useRest(
    TimelineRevisionsDocument,
    { accountId },
    { first: read?.timelineRevisions ?? null, isLoading },
    ({ account }) => account?.timelineRevisions ?? NO_PAGE,
  );

  useTitle(data?.account?.name);
  if (!data) return isLoading ? <Loading what="the timeline" /> : <Problem error={error} retry={reload} />;
  const { account } = data;
  if (!account) return <Notice kind="problem">There is no account {accountId}.</Notice>;

  const draft = account.draft ?? null;
  const lanes: readonly Lane[] = [
    { name: 'Contract', bars: activeLane(withNeighbors(schedules.items, account), span), isEditable: asOf === null && draft === null },
    ...(draft
      ? [
          { name: 'Draft', bars: draftLane(drafted.items, draft.changes, span), isEditable: true },
          { name: 'What the draft takes away', bars: removedLane(draft.changes) },
        ]
      : []),
  ];
  const editable = draft ? drafted.items : schedules.items;
  const earliest = account.earliestChange ?? null;
  const change = (fields: EditFields): void => setForm((last) => ({ ...last, fields, done: '' }));
  const begin = (next: Omit<EditForm, 'number'>): void => setForm(({ number }) => ({ ...next, number: number + 1 }));
  const move = (...moved: Parameters<typeof fieldsOfMove>): void => begin({ fields: fieldsOfMove(...moved), isMoved: true, done: '' });

  return (
    <div aria-busy={isLoading}>
      <Facts account={account} />
      <Problem error={error ?? schedules.error ?? drafted.error ?? revisions.error} retry={reload} />
      <SpanControls span={span} zoom={zoom} onSpan={setSpan} onZoom={setZoom} />
      <Picture title={`Timeline of ${account.name}`} table={<TimelineTables lanes={lanes} span={span} />}>
        <TimelinePicture span={span} lanes={lanes} onChoose={(bar) => change(fieldsOf(bar, earliest))} onMove={move} />
      </Picture>
      <RecordedSlider revisions={revisions.items} isCut={revisions.isCut} asOf={asOf} onAsOf={setAsOf} />
      {asOf === null && (
        <>
          <EditPanel account={account} schedules={editable} form={form} onFields={change} />
          {draft && (
            <DraftPanel
              account={account}
              draft={draft}
              onDone={(done) => begin({ fields: fieldsOf(null, earliest), isMoved: false, done })}
            />
          )}
        </>
      )}
    </div>
  );
}

interface FactsProps {
  readonly account: {
    readonly accountId: string;
    readonly status: string;
    readonly invoiceCurrency: string;
    readonly timelineEndDate?: string | null;
    readonly customer: { readonly name: string };
  };
}

function Facts({ account: { accountId, status, invoiceCurrency, timelineEndDate, customer } }: FactsProps) {
  return (
    <p class="quiet">
      {accountId} · {customer.name} · {wordsOf(status)} · {invoiceCurrency}
      {timelineEndDate === FOREVER && ' · the contract has no end'}
      {!timelineEndDate && ' · there is no contract yet'}
    </p>
  );
}
