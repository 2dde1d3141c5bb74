import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { getColumns, getTableName } from 'drizzle-orm';
import { auditEntries } from '../src/store/tables/index.ts';
import { execute, literal, type Place } from './execute.ts';
import { Failure, main } from './main.ts';
import { organizationFrom } from './organization.ts';
import { LOCAL } from './wrangler.ts';

/** Maximum size of a page: entries, and bytes of their JSON. An entry has at most a megabyte. */
const PAGE = { entries: 500, bytes: 4_000_000 };

/**
 * `npm run export -- --organization org.… > events.ndjson`: writes the feed and the audit log of an organization, a line of JSON for each
 * accepted change in the order of the commits. It ends with the position that `--from` continues after. `--remote` selects the deployed
 * database instead of the local one.
 */
async function exportEvents(): Promise<void> {
  const { values } = parseArgs({
    options: {
      organization: { type: 'string' },
      from: { type: 'string', default: '0' },
      remote: { type: 'boolean', default: false },
      home: { type: 'string', default: LOCAL },
    },
  });
  const first = positionFrom(values.from);
  const { id } = await organizationFrom(values.organization, values);
  let position = first;
  let count = 0;
  try {
    let isMore = true;
    while (isMore) {
      const page = await entriesAfter(id, position, values);
      for (const entry of page) {
        if (!process.stdout.write(`${JSON.stringify(lineOf(entry))}\n`)) await once(process.stdout, 'drain');
        position = entry.seq;
        count++;
      }
      isMore = page.length === PAGE.entries || sum(page.map(bytesOf)) >= PAGE.bytes;
    }
  } finally {
    // Not on the standard output, which has nothing but lines of JSON.
    console.error(`${count} entries. Continue with --from ${position}`);
  }
}

function positionFrom(text: string): number {
  const position = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(position)) return position;
  throw new Failure(`--from is a position that an earlier export has printed, such as --from 1200, not "${text}".`);
}

/** An audit entry as D1 returns it: lists and states are texts of JSON. */
type Entry = Omit<typeof auditEntries.$inferSelect, 'orgId' | 'entities' | 'before' | 'after'> & {
  readonly entities: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Returns the entries after a position, until a page is full. */
function entriesAfter(orgId: string, position: number, place: Place): Promise<readonly Entry[]> {
  const { orgId: owner, ...columns } = getColumns(auditEntries);
  const selected = Object.entries(columns).map(([field, { name }]) => `"${name}" as "${field}"`);
  const { seq, entities, before, after } = columns;
  const bytes = [entities, before, after].map(({ name }) => `coalesce(length(cast("${name}" as blob)), 0)`).join(' + ');
  const following = `select * from ${getTableName(auditEntries)} where ${owner.name} = ${literal(orgId)} and ${seq.name} > ${position}
    order by ${seq.name} limit ${PAGE.entries}`;
  const sized = `select *, sum(${bytes}) over (order by ${seq.name} rows unbounded preceding) - (${bytes}) as earlier_bytes from (${following})`;
  return execute<Entry>([`select ${selected.join(', ')} from (${sized}) where earlier_bytes < ${PAGE.bytes} order by ${seq.name}`], place);
}

const bytesOf = ({ entities, before, after }: Entry): number =>
  sum([entities, before ?? '', after ?? ''].map((text) => Buffer.byteLength(text)));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** A line of the export, in the words of the API. */
function lineOf({ id, seq, at, kinds, entities, before, after, timelineRecordedAt, ...entry }: Entry): object {
  return {
    position: seq,
    eventId: id,
    occurredAt: new Date(at).toISOString(),
    kinds: JSON.parse(kinds),
    ...entry,
    timelineRecordedAt: timelineRecordedAt === null ? null : new Date(timelineRecordedAt).toISOString(),
    entities: JSON.parse(entities),
    before: before === null ? null : JSON.parse(before),
    after: after === null ? null : JSON.parse(after),
  };
}

await main(exportEvents);
