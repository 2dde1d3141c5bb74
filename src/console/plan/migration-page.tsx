import './progress.css';
import {
  ConfirmMigrationDocument,
  FailedEntriesDocument,
  MigrationDocument,
  type MigrationQuery,
  RejectMigrationDocument,
  WaitingEntriesDocument,
} from 'billing-catalogue/documents';
import { useEffect, useId, useState } from 'preact/hooks';
import { AccountLink } from '../account/account-link.tsx';
import { useMutation } from '../api/use-mutation.ts';
import { NO_PAGE, usePages } from '../api/use-pages.ts';
import { useQuery } from '../api/use-query.ts';
import { instantText, numberText, wordsOf } from '../format.ts';
import { Button } from '../part/button.tsx';
import { Facts } from '../part/facts.tsx';
import { More } from '../part/more.tsx';
import { Loading, Notice, Problem } from '../part/status.tsx';
import { Table } from '../part/table.tsx';
import { hrefOf } from '../route.ts';
import { useTitle } from '../title.ts';
import { modeText } from './migration-mode.ts';
import { moveText } from './move-text.ts';

/** Milliseconds after which a running migration is read again. */
const PAUSE = 2000;

/** A migration: how far it is, and the accounts that it could not move. */
export function MigrationPage({ jobId }: { readonly jobId: string }) {
  const { data, error, reload } = useQuery(MigrationDocument, { jobId });
  const job = data?.job;
  const isRunning = job !== null && job !== undefined && job.settledAt === null && job.status !== 'WAITING_FOR_CONFIRMATION';
  useTitle(job ? moveText(job) : undefined);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(reload, PAUSE);
    return () => clearInterval(timer);
  }, [isRunning, reload]);
  if (!data) return error ? <Problem error={error} retry={reload} /> : <Loading what="the migration" />;
  if (!job) return <Notice kind="problem">There is no such migration.</Notice>;
  return (
    <>
      <Problem error={error} retry={reload} />
      <Decision job={job} />
      <Facts
        entries={[
          ['Status', wordsOf(job.status)],
          ['When', modeText(job.migrationMode)],
          ['Begun', instantText(job.createdAt)],
          ['Ended', job.settledAt && instantText(job.settledAt)],
          [
            'Plan',
            <a key="plan" href={hrefOf(['plans', job.targetVersion.pricePlanId], { version: String(job.targetVersion.version) })}>
              {job.targetVersion.name}
            </a>,
          ],
        ]}
      />
      {job.failedJobEntries > 0 && <FailedEntries key={job.failedJobEntries} jobId={jobId} />}
    </>
  );
}

type Job = NonNullable<MigrationQuery['job']>;

function Progress({ job }: { readonly job: Job }) {
  const id = useId();
  const { totalJobEntries: total, pendingJobEntries: pending, completedJobEntries: moved, failedJobEntries: failed } = job;
  const parts = [
    [moved, 'moved'],
    [failed, 'failed'],
    [job.cancelledJobEntries, 'cancelled'],
    [pending, 'waiting'],
  ] as const;
  return (
    <div class="progress">
      <label for={id}>Accounts</label>
      <progress id={id} max={total} value={total - pending} />
      <output for={id}>
        {numberText(String(total - pending))} of {numberText(String(total))} done
        {parts.map(([count, word]) => (count > 0 ? ` · ${numberText(String(count))} ${word}` : ''))}
      </output>
    </div>
  );
}

/** Asks whether the accounts shall move, and names them; or offers to stop what is under way. */
function Decision({ job }: { readonly job: Job }) {
  const { jobId, availableActions } = job;
  const id = useId();
  const confirm = useMutation(ConfirmMigrationDocument);
  const reject = useMutation(RejectMigrationDocument);
  const [refusals, setRefusals] = useState<readonly { readonly message: string }[]>([]);
  const isAllowed = (action: string): boolean => availableActions.some((each) => each.action === action && each.allowed);
  const isRunning = confirm.isRunning || reject.isRunning;
  const start = async () => setRefusals((await confirm.run({ jobId }))?.confirmJob.userErrors ?? []);
  const stop = async () => setRefusals((await reject.run({ jobId }))?.rejectJob.userErrors ?? []);
  const count = accountsText(job.pendingJobEntries);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{isAllowed('CONFIRM') ? `Move ${count}?` : 'Accounts'}</h2>
      {job.totalJobEntries === 0 ? <p>There was no account to move: none has a schedule of {sourceText(job)}.</p> : <Progress job={job} />}
      {isAllowed('CONFIRM') && <WaitingEntries jobId={jobId} />}
      {refusals.map(({ message }) => (
        <Notice key={message} kind="problem">
          {message}
        </Notice>
      ))}
      <Problem error={confirm.error ?? reject.error} />
      <div class="row controls">
        {isAllowed('CONFIRM') && (
          <Button look="primary" onPress={() => void start()} isDisabled={isRunning}>
            Move {count}
          </Button>
        )}
        {isAllowed('REJECT') && (
          <Button onPress={() => void stop()} isDisabled={isRunning}>
            Stop the migration
          </Button>
        )}
      </div>
    </section>
  );
}

const sourceText = ({ sourcePlan, sourceVersion }: Job): string =>
  sourceVersion ? `version ${sourceVersion.version} of ${sourcePlan.name}` : sourcePlan.name;

const accountsText = (count: number): string => (count === 1 ? '1 account' : `${numberText(String(count))} accounts`);

function WaitingEntries({ jobId }: { readonly jobId: string }) {
  const pages = usePages(WaitingEntriesDocument, { jobId, first: 25 }, ({ job }) => job?.entries ?? NO_PAGE);
  return (
    <>
      {pages.items.length > 0 && (
        <ul class="plain accounts">
          {pages.items.map(({ id, account }) => (
            <li key={id}>
              <AccountLink account={account} />
              <span class="quiet">{account.accountId}</span>
            </li>
          ))}
        </ul>
      )}
      <More pages={pages} what="accounts" />
    </>
  );
}

function FailedEntries({ jobId }: { readonly jobId: string }) {
  const pages = usePages(FailedEntriesDocument, { jobId, first: 25 }, ({ job }) => job?.entries ?? NO_PAGE);
  return (
    <>
      {pages.items.length > 0 && (
        <Table
          caption="Accounts that were not moved"
          rows={pages.items}
          keyOf={({ id }) => id}
          empty=""
          columns={[
            { heading: 'Account', cell: ({ account }) => <AccountLink account={account} /> },
            { heading: 'Why', cell: ({ reason }) => reason?.message },
          ]}
        />
      )}
      <More pages={pages} what="accounts" />
    </>
  );
}
