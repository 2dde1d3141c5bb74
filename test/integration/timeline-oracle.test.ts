import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, startOfDay } from '../../src/domain/day.ts';
import { accountPlans } from '../support/account-plans.ts';
import { Organization } from '../support/organization.ts';
import { runs } from '../support/runs.ts';
import {
  type Calendar,
  DAYS,
  EMPTY,
  filled,
  lives,
  type Model,
  type ModelEdit,
  ONGOING_PLAN,
  run,
  type Step,
} from '../support/timeline-model.ts';

/** Edits of the active timeline are never merged through the API. */
const life = lives({ plans: ['basic', 'pro', ONGOING_PLAN], overrides: ['cheap', 'dear'], most: 8 }).map((steps) =>
  steps.map((step): Step => (step.kind === 'edit' ? { ...step, edits: step.edits.map((edit) => ({ ...edit, merge: false })) } : step)),
);

const ROWS = 'nodes { scheduleId startDate endDate pricePlan { name } pricingRules { name } }';
const STATE = `query ($accountId: String!, $asOf: DateTime) { account(by: {accountId: $accountId}) {
  timelineRevision schedules(first: 100, asOf: $asOf) { ${ROWS} } draft { schedules(first: 100) { ${ROWS} } } } }`;

interface Row {
  readonly scheduleId: string;
  readonly startDate: Day;
  readonly endDate: Day;
  readonly pricePlan: { readonly name: string };
  readonly pricingRules: readonly { readonly name: string }[];
}
interface State {
  readonly account: {
    readonly timelineRevision: number;
    readonly schedules: { readonly nodes: readonly Row[] };
    readonly draft: { readonly schedules: { readonly nodes: readonly Row[] } } | null;
  };
}

const BATCH = 'UpdatePricingScheduleBatchInput!) { done: updatePricingScheduleBatch';
const MUTATIONS = {
  edit: BATCH,
  draft: 'BulkEditSchedulesInput!) { done: bulkEditSchedules',
  override: 'UpdateSchedulePricingRulesInput!) { done: updateSchedulePricingRules',
  finalize: 'FinalizeAccountSchedulesInput!) { done: finalizeAccountSchedules',
  rebase: 'RebaseDraftInput!) { done: rebaseDraft',
  discard: 'DiscardAccountSchedulesInput!) { done: discardAccountSchedules',
} as const satisfies Record<Exclude<Step['kind'], 'wait'>, string>;

const calendarOf = (rows: readonly Row[] = []): Calendar =>
  filled((day) => {
    const row = rows.find(({ startDate, endDate }) => startDate <= day && day < endDate);
    return row && { id: row.scheduleId, says: [row.pricePlan.name, ...row.pricingRules.map(({ name }) => name)].join('+') };
  });

/** What is said, and where one schedule ends and another begins. */
const pictureOf = (calendar: Calendar | undefined) =>
  calendar &&
  DAYS.map((day, i) => {
    const [entry, before] = [calendar.get(day), calendar.get(DAYS[i - 1] ?? day)];
    return `${day} ${entry?.says ?? '-'}${entry && before && entry.id !== before.id ? ' |' : ''}`;
  });

describe('Whatever is asked of an account through HTTP', () => {
  it('its timeline and its draft say what a calendar filled in by hand says, refusals included, and its past stays readable', async () => {
    const org = await Organization.begin();
    const plans = new Map<string, string>();
    for (const name of ['basic', 'pro', ONGOING_PLAN]) {
      plans.set(name, await org.plan(name, { allowOngoingCycleUpdates: name === ONGOING_PLAN }));
    }
    await org.customer('acme');

    let count = 0;
    let clock = 0;
    await fc.assert(
      fc.asyncProperty(life, async (steps) => {
        const accountId = `life-${++count}`;
        clock = startOfDay(EMPTY.today);
        const tick = (model: Model) => {
          clock = Math.max(clock + 1_000, startOfDay(model.today));
          org.now = new Date(clock).toISOString();
        };
        tick(EMPTY);
        await org.account(accountId, 'acme');
        const state = async (asOf?: string) => (await org.ask<State>(STATE, { accountId, asOf })).data.account;

        let model = EMPTY;
        let names = 0;
        const same = correspondence();
        let known = await state();
        for (const step of steps) {
          const expected = run(model, step, () => `model-${++names}`);
          if (step.kind === 'wait') {
            if (typeof expected !== 'string') model = expected;
            continue;
          }
          const before = new Date(clock).toISOString();
          tick(model);
          const rows = known.draft?.schedules.nodes ?? known.schedules.nodes;
          const input = inputOf(accountId, step, rows, plans);
          if (step.kind === 'edit' || step.kind === 'override') await askDone(org, step.kind, { ...input, dryRun: true });
          const answer = await askDone(org, step.kind, input);
          expect(answer[0] ?? null).toBe(typeof expected === 'string' ? expected : null);
          if (typeof expected !== 'string') model = expected;

          const now = await state();
          const active = calendarOf(now.schedules.nodes);
          const drafted = now.draft ? calendarOf(now.draft.schedules.nodes) : undefined;
          if (step.kind === 'rebase' && typeof expected !== 'string' && model.draft && drafted) {
            // Which schedules say what a rebased draft says is not the model's to know.
            expect(saysOf(drafted)).toEqual(saysOf(model.draft.calendar));
            model = { ...model, draft: { ...model.draft, calendar: same.named(drafted) } };
          }
          expect(pictureOf(active)).toEqual(pictureOf(model.active));
          expect(pictureOf(drafted)).toEqual(pictureOf(model.draft?.calendar));
          same.check(active, model.active);
          if (drafted && model.draft) same.check(drafted, model.draft.calendar);
          expect(now.timelineRevision).toBe(model.revision);
          if (step.kind === 'finalize') expect((await state(before)).schedules).toEqual(known.schedules);
          known = now;
        }
        const { indexed, scheduled } = await accountPlans(org);
        expect(indexed).toEqual(scheduled);
      }),
      runs(100, { everyday: 20 }),
    );
  });
});

/** The codes of the refusals; none when it was done. */
async function askDone(org: Organization, kind: keyof typeof MUTATIONS, input: object): Promise<string[]> {
  const document = `mutation ($input: ${MUTATIONS[kind]}(input: $input) { userErrors { code } } }`;
  const { data } = await org.ask<{ done: { userErrors: { code: string }[] } }>(document, { input });
  return data.done.userErrors.map(({ code }) => code);
}

function inputOf(
  accountId: string,
  step: Exclude<Step, { kind: 'wait' }>,
  rows: readonly Row[],
  plans: ReadonlyMap<string, string>,
): object {
  const days = ({ from, until, plan }: ModelEdit) => ({
    mode: plan ? 'ASSOCIATE' : 'DISASSOCIATE',
    effectiveFrom: from,
    effectiveUntil: until,
  });
  const pricePlanId = ({ plan }: ModelEdit) => (plan ? { pricePlanId: plans.get(plan) } : null);
  switch (step.kind) {
    case 'edit':
      return { accountId, edits: step.edits.map((edit) => ({ ...days(edit), ...pricePlanId(edit) })) };
    case 'draft': {
      const edits = step.edits.map((edit) => ({ ...days(edit), mergeSchedules: edit.merge, associationConfig: pricePlanId(edit) }));
      return { accountId, edits, discard: step.discard };
    }
    case 'override': {
      const scheduleId = rows.find(({ startDate, endDate }) => startDate <= step.day && step.day < endDate)?.scheduleId ?? 'sch.0';
      const part = { effectiveFrom: step.isFromDay ? step.day : null, effectiveUntil: step.until };
      return { scheduleId, ...part, pricingRules: [{ name: step.as, order: 1, computation: '1', action: { type: 'ADD' } }] };
    }
    case 'finalize':
      return { accountId, mergeSchedules: step.merge };
    default:
      return { accountId };
  }
}

const saysOf = (calendar: Calendar) => [...calendar].map(([day, { says }]) => `${day} ${says}`);

/** Which real schedule is which of the model, through a whole life: an id that comes to mean another schedule is found out. */
function correspondence() {
  const modelByReal = new Map<string, string>();
  const realByModel = new Map<string, string>();
  return {
    check(real: Calendar, model: Calendar) {
      for (const [day, { id }] of real) {
        const other = model.get(day)?.id ?? '';
        if (!modelByReal.has(id)) modelByReal.set(id, other);
        if (!realByModel.has(other)) realByModel.set(other, id);
        expect([modelByReal.get(id), realByModel.get(other)]).toEqual([other, id]);
      }
    },
    /** The real calendar by the model's ids; new ones keep their own. */
    named: (real: Calendar): Calendar => new Map([...real].map(([day, { id, says }]) => [day, { id: modelByReal.get(id) ?? id, says }])),
  };
}
