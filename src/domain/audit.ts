import canonicalize from 'canonicalize';
import { grouped } from './count.ts';
import { jsonBytes } from './json-limits.ts';
import { precondition } from './refusal.ts';
import { ok, type Result, refuse } from './result.ts';

/** The state of something before and after a change. `null` where it does not exist. */
export interface States {
  readonly before: unknown;
  readonly after: unknown;
}

/** Maximum bytes of both states in one audit entry, as JSON. */
export const MAX_AUDIT_BYTES = 1_000_000;

/**
 * Returns what differs between two states (README, "Audit log"). Of two records: the fields that differ. Of two lists of things with ids:
 * the things that were added, removed or changed; of a changed one, its id and the fields that differ. Any other pair is returned whole,
 * including two records with different ids, because they are two things.
 */
export function difference({ before, after }: States): States {
  if (isList(before) && isList(after)) return listDifference(before, after);
  return isRecord(before) && isRecord(after) && before.id === after.id ? fieldDifference(before, after) : { before, after };
}

/** Refuses with LIMIT_EXCEEDED if both states together take more bytes than an audit entry holds. */
export function requireRecordable({ before, after }: States): Result<undefined> {
  const bytes = jsonBytes(before) + jsonBytes(after);
  if (bytes <= MAX_AUDIT_BYTES) return ok();
  const message = `One change records at most ${grouped(MAX_AUDIT_BYTES)} bytes in the audit log; this one would record ${grouped(bytes)}. Split it into smaller changes.`;
  return refuse(precondition('LIMIT_EXCEEDED', message));
}

type Fields = Readonly<Record<string, unknown>>;

function listDifference(before: readonly unknown[], after: readonly unknown[]): States {
  const [earlier, later] = [byIdentity(before), byIdentity(after)];
  if (!earlier || !later) return { before, after };
  const isSame = (id: string) => canonical(earlier.get(id)) === canonical(later.get(id));
  const pairs = new Map(
    [...earlier.keys()]
      .filter((id) => later.has(id) && !isSame(id))
      .map((id) => [id, difference({ before: earlier.get(id), after: later.get(id) })] as const),
  );
  const part = (items: ReadonlyMap<string, unknown>, others: ReadonlyMap<string, unknown>, side: keyof States) =>
    [...items].flatMap(([id, item]) => {
      if (!others.has(id)) return [item];
      const pair = pairs.get(id);
      return pair ? [pair[side]] : [];
    });
  const parts = { before: part(earlier, later, 'before'), after: part(later, earlier, 'after') };
  // A list whose items only changed their order differs in nothing else, so both states are returned whole.
  const isReordered = parts.before.length === 0 && parts.after.length === 0 && canonical(before) !== canonical(after);
  return isReordered ? { before, after } : parts;
}

function fieldDifference(before: Fields, after: Fields): States {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const [earlier, later]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  for (const name of names) {
    const isSame = name in before === name in after && canonical(before[name]) === canonical(after[name]);
    const parts = isSame ? identity(name, before[name]) : difference({ before: before[name], after: after[name] });
    if (parts && name in before) earlier[name] = parts.before;
    if (parts && name in after) later[name] = parts.after;
  }
  return { before: earlier, after: later };
}

/** An unchanged field that identifies its record, and therefore stays in the difference. Otherwise `null`. */
function identity(name: string, value: unknown): States | null {
  if (IDS.has(name)) return { before: value, after: value };
  if (name !== 'content' || !isRecord(value)) return null;
  const { scheduleId } = value;
  return scheduleId === undefined ? null : { before: { scheduleId }, after: { scheduleId } };
}

const IDS: ReadonlySet<string> = new Set(['id', 'scheduleId']);

/** The list as a map by the ids of its items. `null` if an item has no id or two items share one. */
function byIdentity(list: readonly unknown[]): ReadonlyMap<string, unknown> | null {
  const items = new Map(list.map((item) => [identityOf(item), item] as const));
  return items.size === list.length && !items.has(null) ? (items as Map<string, unknown>) : null;
}

function identityOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  const id = item.id ?? item.scheduleId;
  return typeof id === 'string' ? id : identityOf(item.content);
}

const canonical = (value: unknown): string | undefined => canonicalize(value ?? null);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
