import { MigratePlanDocument, type MigrationMode } from 'billing-catalogue/documents';
import { useId, useState } from 'preact/hooks';
import { useMutation } from '../api/use-mutation.ts';
import { Button } from '../part/button.tsx';
import { SelectField } from '../part/field.tsx';
import { Notice, Problem } from '../part/status.tsx';
import { hrefOf } from '../route.ts';
import { MODES } from './migration-mode.ts';

interface MigrationFormProps {
  readonly pricePlanId: string;
  /** The numbers of the active versions, in any order. */
  readonly versions: readonly number[];
}

/** Moves the accounts of an earlier version to the newest, after somebody has confirmed it. Nothing if there is one version. */
export function MigrationForm({ pricePlanId, versions }: MigrationFormProps) {
  const id = useId();
  const target = Math.max(...versions);
  const earlier = versions.filter((version) => version !== target);
  const [source, setSource] = useState(String(Math.max(...earlier)));
  const [mode, setMode] = useState<MigrationMode>('NEXT_CYCLE');
  const [refusals, setRefusals] = useState<readonly { readonly message: string; readonly path: readonly string[] }[]>([]);
  const { run, isRunning, error } = useMutation(MigratePlanDocument);
  if (earlier.length === 0) return null;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const sourceVersion = Number(source);
    const input = { sourceId: pricePlanId, sourceVersion, targetVersion: target, migrationMode: mode, requireConfirmation: true };
    const payload = (await run({ input }))?.migratePricePlan;
    setRefusals(payload?.userErrors ?? []);
    if (payload?.job) location.hash = hrefOf(['plans', 'migrations', payload.job.jobId]);
  };
  const refusalOf = (field: string): string | undefined => refusals.find(({ path }) => path.includes(field))?.message;
  const others = refusals.filter(({ path }) => !path.includes('sourceVersion') && !path.includes('migrationMode'));
  return (
    <form class="panel" aria-labelledby={id} onSubmit={(event) => void submit(event)}>
      <h2 id={id}>Move accounts to version {target}</h2>
      <div class="row controls">
        <SelectField
          label="From version"
          value={source}
          onInput={setSource}
          refusal={refusalOf('sourceVersion')}
          choices={earlier.map((version) => ({ value: String(version), label: String(version) }))}
        />
        <SelectField
          label="When"
          value={mode}
          onInput={(value) => setMode(MODES.find((each) => each.value === value)?.value ?? 'NEXT_CYCLE')}
          refusal={refusalOf('migrationMode')}
          choices={MODES}
        />
        <Button isDisabled={isRunning}>Prepare the migration</Button>
      </div>
      {others.map(({ message }) => (
        <Notice key={message} kind="problem">
          {message}
        </Notice>
      ))}
      <Problem error={error} />
      <p class="quiet">The next page names the accounts. Nothing moves before you confirm it there.</p>
    </form>
  );
}
