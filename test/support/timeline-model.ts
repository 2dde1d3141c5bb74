import fc from 'fast-check';
import { addDays, type Day } from '../../src/domain/day.ts';
import type { RefusalCode } from '../../src/domain/refusal.ts';

/**
 * An account's schedules as a calendar filled in by hand: one entry a day, no periods, no clever steps. Too slow to ship, too simple
 * to be wrong; whatever ships is compared with it.
 */
export interface Entry {
  /** Which schedule. */
  readonly id: string;
  /** What it says. */
  readonly says: string;
}
export type Calendar = ReadonlyMap<Day, Entry>;

/** The days that exist for the model: the 15th of January until before the 31st of March. */
export const FIRST = '2026-01-15' as Day;
export const DAYS = Array.from({ length: 75 }, (_, i) => addDays(FIRST, i));

export interface ModelEdit {
  readonly from: Day;
  readonly until: Day;
  /** Null clears. */
  readonly plan: string | null;
  readonly merge: boolean;
}

/** Everything that can be asked of an account, about the days of the model. */
export type Step =
  | { readonly kind: 'edit'; readonly edits: readonly ModelEdit[] }
  | { readonly kind: 'draft'; readonly edits: readonly ModelEdit[]; readonly discard: boolean }
  | {
      readonly kind: 'override';
      /** A day of the schedule. */
      readonly day: Day;
      readonly as: string;
      /** Whether the override begins on that day, and not on the schedule's first one. */
      readonly isFromDay: boolean;
      /** `null`: it ends with the schedule. */
      readonly until: Day | null;
    }
  | { readonly kind: 'finalize'; readonly merge: boolean }
  | { readonly kind: 'rebase' }
  | { readonly kind: 'discard' }
  | { readonly kind: 'wait'; readonly days: number };

interface Decided {
  readonly kind: 'write' | 'clear' | 'override';
  readonly from: Day;
  /** The last day. */
  readonly to: Day;
}

interface ModelDraft {
  readonly calendar: Calendar;
  readonly base: Calendar;
  readonly baseRevision: number;
  readonly edited: ReadonlySet<Day>;
  /** What its edits were asked to do, in their order; one whose days a later one decided again is left out. */
  readonly edits: readonly Decided[];
}

export interface Model {
  readonly active: Calendar;
  readonly draft: ModelDraft | null;
  /** How often the active timeline changed. */
  readonly revision: number;
  readonly today: Day;
}

export const EMPTY: Model = { active: new Map(), draft: null, revision: 0, today: addDays(FIRST, 25) };

/** The plan whose ongoing cycle, from the first of a month, may be changed. */
export const ONGOING_PLAN = 'ongoing';

/** What a step makes of the model, or why it is refused. A new schedule is named first, then what it leaves behind its end. */
export function run(model: Model, step: Step, newId: () => string): Model | RefusalCode {
  const { active, draft, today } = model;
  switch (step.kind) {
    case 'wait':
      return { ...model, today: addDays(today, step.days) };
    case 'edit':
      return editedActive(model, step.edits, newId);
    case 'draft': {
      const current = draft && !step.discard ? draft : begin(model);
      const touched = step.edits.flatMap(({ from, until }) => DAYS.filter((day) => from <= day && day < until));
      const calendar = standing(active, edited(current.calendar, step.edits, newId));
      const edits = step.edits.reduce(
        (sofar, { from, until, plan }) => withEdit(sofar, { kind: plan === null ? 'clear' : 'write', from, to: addDays(until, -1) }),
        current.edits,
      );
      if (draft && step.discard && isAlike(model, draft, edits, calendar)) return model;
      if (current === draft && isSame(draft.calendar, calendar)) return model;
      return { ...model, draft: { ...current, calendar, edits, edited: new Set([...current.edited, ...touched]) } };
    }
    case 'override': {
      const current = draft ?? begin(model);
      const entry = current.calendar.get(step.day);
      if (!entry) return 'NOT_FOUND';
      const plan = entry.says.split('+')[0];
      const its = DAYS.filter((day) => current.calendar.get(day)?.id === entry.id);
      const says = `${plan}+${step.as}`;
      const [first = step.day, last = step.day] = [its[0], its.at(-1)];
      const from = step.isFromDay ? step.day : first;
      const until = step.until ?? addDays(last, 1);
      if (until > addDays(last, 1)) return 'INVALID_VALUE';
      if (until <= from) return 'EMPTY_PERIOD';
      if (draft && entry.says === says) return model;
      const part = its.filter((day) => from <= day && day < until);
      const edits = withEdit(current.edits, { kind: 'override', from, to: addDays(until, -1) });
      const next = { ...current, edits, edited: new Set([...current.edited, ...part]) };
      if (entry.says === says) return { ...model, draft: next };
      const written = { id: from === first ? entry.id : newId(), says };
      const tail = until > last ? entry : { ...entry, id: newId() };
      const after = its.filter((day) => day >= until);
      const changed = [...part.map((day) => [day, written] as const), ...after.map((day) => [day, tail] as const)];
      return { ...model, draft: { ...next, calendar: new Map([...current.calendar, ...changed]) } };
    }
    case 'finalize': {
      if (!draft) return 'NO_DRAFT';
      if (draft.baseRevision !== model.revision) return 'STALE_DRAFT';
      const calendar = step.merge ? joined(draft.calendar, newSeams(model, draft.calendar)) : draft.calendar;
      if (changesTooEarly(model, calendar)) return 'EFFECTIVE_FROM_TOO_EARLY';
      return { ...activated(model, standing(active, withEarlyEntries(model, calendar))), draft: null };
    }
    case 'rebase': {
      if (!draft) return 'NO_DRAFT';
      if (draft.baseRevision === model.revision) return 'NOTHING_TO_CHANGE';
      if (DAYS.some((day) => draft.edited.has(day) && draft.base.get(day)?.says !== active.get(day)?.says)) return 'DRAFT_COLLISION';
      const calendar = filled((day) => (draft.edited.has(day) ? draft.calendar : active).get(day));
      return { ...model, draft: { ...draft, calendar, base: active, baseRevision: model.revision } };
    }
    case 'discard':
      return draft ? { ...model, draft: null } : 'NO_DRAFT';
  }
}

/** A short life of an account. The plans are called as the one who compares calls them. */
export const lives = ({ plans, overrides, most }: { plans: readonly string[]; overrides: readonly string[]; most: number }) => {
  const edit = fc
    .record({
      from: fc.nat(DAYS.length - 2),
      length: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 60 }) }),
      plan: fc.constantFrom(...plans, null),
      merge: fc.boolean(),
    })
    .map(({ from, length, plan, merge }): ModelEdit => {
      const until = Math.min(from + length, DAYS.length);
      return { from: addDays(FIRST, from), until: addDays(FIRST, until), plan, merge };
    });
  const edits = fc.array(edit, { minLength: 1, maxLength: 3 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: edits.map((list): Step => ({ kind: 'edit', edits: list })) },
    { weight: 4, arbitrary: fc.tuple(edits, fc.boolean()).map(([list, discard]): Step => ({ kind: 'draft', edits: list, discard })) },
    {
      weight: 2,
      arbitrary: fc
        .record({
          day: fc.constantFrom(...DAYS),
          as: fc.constantFrom(...overrides),
          isFromDay: fc.boolean(),
          until: fc.option(fc.constantFrom(...DAYS)),
        })
        .map((override): Step => ({ kind: 'override', ...override })),
    },
    { weight: 3, arbitrary: fc.boolean().map((merge): Step => ({ kind: 'finalize', merge })) },
    { weight: 2, arbitrary: fc.constant<Step>({ kind: 'rebase' }) },
    { weight: 1, arbitrary: fc.constant<Step>({ kind: 'discard' }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 10 }).map((days): Step => ({ kind: 'wait', days })) },
  );
  return fc.array(step, { minLength: 2, maxLength: most });
};

/** A calendar from what is in force on each day. */
export function filled(entryOf: (day: Day) => Entry | undefined): Calendar {
  return new Map(
    DAYS.flatMap((day) => [[day, entryOf(day)] as const].filter((pair): pair is readonly [Day, Entry] => pair[1] !== undefined)),
  );
}

const begin = ({ active, revision }: Model): ModelDraft => ({
  calendar: active,
  base: active,
  baseRevision: revision,
  edited: new Set<Day>(),
  edits: [],
});

const withEdit = (edits: readonly Decided[], edit: Decided): readonly Decided[] => [
  ...edits.filter(({ from, to }) => from < edit.from || edit.to < to),
  edit,
];

/** Whether a draft that begins again by these edits is the one there is. */
function isAlike({ revision }: Model, draft: ModelDraft, edits: readonly Decided[], calendar: Calendar): boolean {
  const inOrder = (list: readonly Decided[]) =>
    list
      .map((edit) => JSON.stringify(edit))
      .toSorted()
      .join();
  if (draft.baseRevision !== revision || inOrder(draft.edits) !== inOrder(edits)) return false;
  return isSame(draft.calendar, standing(draft.calendar, calendar));
}

/** What covers the days of an earlier schedule and says the same is that earlier one. */
function standing(before: Calendar, after: Calendar): Calendar {
  const daysOf = (calendar: Calendar, id: string) => DAYS.filter((day) => calendar.get(day)?.id === id).join();
  return filled((day) => {
    const [was, is] = [before.get(day), after.get(day)];
    if (!was || !is || was.says !== is.says || daysOf(before, was.id) !== daysOf(after, is.id)) return is;
    return daysOf(after, was.id) === '' ? was : is;
  });
}

function editedActive(model: Model, edits: readonly ModelEdit[], newId: () => string): Model | RefusalCode {
  const calendar = edits.reduce((before, edit) => edited(before, [edit], newId), model.active);
  if (changesTooEarly(model, calendar)) return 'EFFECTIVE_FROM_TOO_EARLY';
  return activated(model, standing(model.active, withEarlyEntries(model, calendar)));
}

/** Nothing may change what a day says that is too early. */
const changesTooEarly = (model: Model, calendar: Calendar): boolean =>
  DAYS.some((day) => tooEarly(model, day) && model.active.get(day)?.says !== calendar.get(day)?.says);

/** Days that are too early keep their schedules, which are neither divided nor joined. One that goes on after them goes on. */
function withEarlyEntries(model: Model, calendar: Calendar): Calendar {
  const first = DAYS.find((day) => !tooEarly(model, day)) ?? FIRST;
  const last = model.active.get(addDays(first, -1));
  const goesOn = (day: Day) => !isSeam(calendar, first) && calendar.get(day)?.id === calendar.get(first)?.id;
  return filled((day) => {
    if (tooEarly(model, day)) return model.active.get(day);
    const entry = calendar.get(day);
    return entry && last && goesOn(day) ? last : entry;
  });
}

/** The days on which a seam of a calendar is none of the active timeline, or stands between what says something else there. */
function newSeams({ active }: Model, calendar: Calendar): readonly Day[] {
  const saysActive = (day: Day) => active.get(day)?.says === calendar.get(day)?.says;
  return DAYS.filter((day) => !(isSeam(active, day) && saysActive(day) && saysActive(addDays(day, -1))));
}

function edited(calendar: Calendar, edits: readonly ModelEdit[], newId: () => string): Calendar {
  const after = edits.reduce((before, { from, until, plan, merge }) => {
    const isInside = (day: Day) => from <= day && day < until;
    const cut = new Set(DAYS.filter(isInside).map((day) => before.get(day)?.id));
    const written = plan ? { id: newId(), says: plan } : undefined;
    const isTail = (day: Day) => day >= until && cut.has(before.get(day)?.id) && before.has(day);
    const tail = DAYS.some(isTail) ? newId() : '';
    const after = filled((day) => {
      const entry = before.get(day);
      if (isInside(day)) return written;
      return entry && isTail(day) ? { ...entry, id: tail } : entry;
    });
    return standing(before, plan && merge ? joined(after, [from, until]) : after);
  }, calendar);
  return standing(calendar, after);
}

/** Where one schedule follows another that says the same, the later one becomes part of it. */
function joined(calendar: Calendar, seams: readonly Day[]): Calendar {
  return seams.reduce((before, day) => {
    const [left, right] = [before.get(addDays(day, -1)), before.get(day)];
    if (!left || !right || left.id === right.id || left.says !== right.says) return before;
    return filled((each) => (before.get(each)?.id === right.id ? left : before.get(each)));
  }, calendar);
}

function tooEarly({ active, revision, today }: Model, from: Day): boolean {
  if (revision === 0) return false;
  const current = active.get(today);
  if (!current) return from < today;
  if (current.says.split('+')[0] !== ONGOING_PLAN) return from <= today;
  let start = today;
  while (!start.endsWith('-01') && active.get(addDays(start, -1))?.id === current.id) start = addDays(start, -1);
  return from < start;
}

function activated(model: Model, after: Calendar): Model {
  return { ...model, active: after, revision: model.revision + (isSame(model.active, after) ? 0 : 1) };
}

const isSame = (a: Calendar, b: Calendar): boolean => DAYS.every((day) => sameEntry(a.get(day), b.get(day)));

/** Whether one schedule follows another on this day. */
function isSeam(calendar: Calendar, day: Day): boolean {
  const [left, right] = [calendar.get(addDays(day, -1)), calendar.get(day)];
  return left !== undefined && right !== undefined && left.id !== right.id;
}

function sameEntry(a: Entry | undefined, b: Entry | undefined): boolean {
  return a?.id === b?.id && a?.says === b?.says;
}
