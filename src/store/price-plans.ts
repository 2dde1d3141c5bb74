import { and, eq, type InferInsertModel, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { fold } from '../domain/fold.ts';
import type { DraftContent } from '../domain/price-plan/issues.ts';
import { type OpenVersions, openVersionsOf, type PlanTerms, type PlanVersion } from '../domain/price-plan/price-plan.ts';
import { changedFields } from './changed-fields.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { containsText } from './list.ts';
import { toPlanVersion } from './plan-versions.ts';
import { billablesOf, inOrder, toCards } from './rate-cards.ts';
import { pricePlans, pricePlanVersions } from './tables/index.ts';

/** Selects a version of a plan: the newest, the newest active one, or the one with a number. */
export type VersionChoice = 'LATEST' | 'ACTIVE' | number;

/** Returns the `where` and the order of a query for one version of a plan. */
export const versionOf = (pricePlanId: string, choice: VersionChoice) =>
  ({
    where: {
      pricePlanId,
      ...(choice === 'ACTIVE' && { status: 'ACTIVE' as const }),
      ...(typeof choice === 'number' && { version: choice }),
    },
    orderBy: { version: 'desc' },
  }) as const;

/** Returns a plan with its two newest versions. They include its draft, which is the newest, and its newest active version. */
export const planWithOpenVersions = ({ db }: Store, pricePlanId: string) =>
  db.query.pricePlans.findFirst({ where: { id: pricePlanId }, with: { versions: { orderBy: { version: 'desc' }, limit: 2 } } });

export type PlanWithOpenVersions = NonNullable<Awaited<ReturnType<typeof planWithOpenVersions>>>;

/** Returns a plan with one of its versions and its rate cards: the newest active one, or the one with a number. */
export const planWithVersion = ({ db }: Store, pricePlanId: string, choice: 'ACTIVE' | number) =>
  db.query.pricePlans.findFirst({
    where: { id: pricePlanId },
    with: {
      versions: {
        where: choice === 'ACTIVE' ? { status: 'ACTIVE' } : { version: choice },
        orderBy: { version: 'desc' },
        limit: 1,
        with: { rateCards: { ...inOrder, with: { billable: true } } },
      },
    },
  });

export type PlanWithVersion = NonNullable<Awaited<ReturnType<typeof planWithVersion>>>;

/** Returns the rate cards of a plan's newest version, with their items. */
export const latestRateCards = ({ db }: Store, pricePlanId: string) =>
  db.query.pricePlanVersions.findFirst({
    ...versionOf(pricePlanId, 'LATEST'),
    columns: { id: true },
    with: { rateCards: { ...inOrder, with: { billable: true } } },
  });

/** Returns the plan with a name, if it is not archived. */
export const livePlanNamed = ({ db }: Store, name: string) =>
  db.query.pricePlans.findFirst({ where: { name, archivedAt: { isNull: true } } });

/** Returns the draft and the newest active version of a loaded plan, in the domain's form. */
export const openVersions = ({ versions, ...plan }: PlanWithOpenVersions): OpenVersions =>
  openVersionsOf(versions.map((version) => toPlanVersion({ ...version, plan })));

type CardRows = Parameters<typeof toCards>[0] & Parameters<typeof billablesOf>[0];

/** Returns a version with its cards, in the form that its issues are computed from. */
export const toDraftContent = (version: PlanTerms & Pick<PlanVersion, 'id' | 'type'>, rows: CardRows): DraftContent => ({
  referenceId: version.id,
  type: version.type,
  terms: version,
  rateCards: toCards(rows),
  billables: billablesOf(rows),
});

/** Returns a filter: the name contains a text. */
export const nameContains = (text: string) => ({
  RAW: ({ nameFolded }: Pick<typeof pricePlans, 'nameFolded'>): SQL => containsText(text, nameFolded),
});

export const insertPlan = ({ orgId }: Store, row: Omit<InferInsertModel<typeof pricePlans>, 'orgId' | 'nameFolded'>) =>
  insertRows(pricePlans, [{ ...row, nameFolded: fold(row.name), orgId }]);

export const insertVersion = ({ orgId }: Store, { name: _name, type: _type, ...version }: PlanVersion, now: number) =>
  insertRows(pricePlanVersions, [{ ...version, orgId, createdAt: now, updatedAt: now }]);

/** Changes a draft version. Fails by a trigger if the version is active. */
export const updateVersion = (
  { db, orgId }: Store,
  before: PlanVersion,
  { name: _name, type: _type, ...version }: PlanVersion,
  now: number,
) =>
  db
    .update(pricePlanVersions)
    .set({ ...changedFields(before, version), updatedAt: now })
    .where(and(eq(pricePlanVersions.orgId, orgId), eq(pricePlanVersions.id, before.id)));

export const deleteVersion = ({ db, orgId }: Store, id: string) =>
  db.delete(pricePlanVersions).where(and(eq(pricePlanVersions.orgId, orgId), eq(pricePlanVersions.id, id)));

export const deletePlan = ({ db, orgId }: Store, id: string) =>
  db.delete(pricePlans).where(and(eq(pricePlans.orgId, orgId), eq(pricePlans.id, id)));

type Revised = Pick<PlanWithOpenVersions, 'id' | 'revision'>;

/** Returns a condition: the plan is still at the revision that a decision was made on. */
export const planIsAt = ({ orgId }: Store, { id, revision }: Revised): SQL =>
  sql`exists (select 1 from ${pricePlans} where ${and(eq(pricePlans.orgId, orgId), eq(pricePlans.id, id), eq(pricePlans.revision, revision))})`;

/** Writes the plan's next revision. `archivedAt` archives the plan. */
export const advancePlan = (
  { db, orgId }: Store,
  { id, revision }: Revised,
  changes: { readonly updatedAt: number; readonly archivedAt?: number },
) =>
  db
    .update(pricePlans)
    .set({ ...changes, revision: revision + 1 })
    .where(and(eq(pricePlans.orgId, orgId), eq(pricePlans.id, id)));

/** Returns a condition: none of the plans is archived. It guards every write that starts to use a plan. */
export const plansAreLive = ({ orgId }: Store, pricePlanIds: readonly string[]): SQL =>
  sql`not exists (select 1 from ${pricePlans} where ${and(
    eq(pricePlans.orgId, orgId),
    inArray(pricePlans.id, [...pricePlanIds]),
    isNotNull(pricePlans.archivedAt),
  )})`;
