import { and, eq, type InferInsertModel, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { fold } from '../domain/fold.ts';
import type { DraftContent } from '../domain/price-plan/issues.ts';
import { type OpenVersions, openVersionsOf, type PlanTerms, type PlanVersion } from '../domain/price-plan/price-plan.ts';
import type { Store } from './client.ts';
import { insertRows } from './insert-rows.ts';
import { containsText } from './list.ts';
import { toPlanVersion } from './plan-versions.ts';
import { billablesOf, inOrder, toCards } from './rate-cards.ts';
import { pricePlans, pricePlanVersions } from './tables/index.ts';

/** Which version of a plan: the newest, the newest active one, or a number. */
export type VersionChoice = 'LATEST' | 'ACTIVE' | number;

/** A query's `where` and order for one version of a plan. */
export const versionOf = (pricePlanId: string, choice: VersionChoice) =>
  ({
    where: {
      pricePlanId,
      ...(choice === 'ACTIVE' && { status: 'ACTIVE' as const }),
      ...(typeof choice === 'number' && { version: choice }),
    },
    orderBy: { version: 'desc' },
  }) as const;

/** A plan with all of its versions that a change can meet: a draft is the newest, and the newest active one is next to it. */
export const planWithOpenVersions = ({ db }: Store, pricePlanId: string) =>
  db.query.pricePlans.findFirst({ where: { id: pricePlanId }, with: { versions: { orderBy: { version: 'desc' }, limit: 2 } } });

export type PlanWithOpenVersions = NonNullable<Awaited<ReturnType<typeof planWithOpenVersions>>>;

/** A plan with one of its versions: the newest active one, or that of a number. */
export const planWithVersion = ({ db }: Store, pricePlanId: string, choice: 'ACTIVE' | number) =>
  db.query.pricePlans.findFirst({
    where: { id: pricePlanId },
    with: {
      versions: { where: choice === 'ACTIVE' ? { status: 'ACTIVE' } : { version: choice }, orderBy: { version: 'desc' }, limit: 1 },
    },
  });

export type PlanWithVersion = NonNullable<Awaited<ReturnType<typeof planWithVersion>>>;

/** The rate cards of a plan's newest version, with what they price. */
export const latestRateCards = ({ db }: Store, pricePlanId: string) =>
  db.query.pricePlanVersions.findFirst({
    ...versionOf(pricePlanId, 'LATEST'),
    columns: { id: true },
    with: { rateCards: { ...inOrder, with: { billable: true } } },
  });

/** A live plan by its name. */
export const livePlanNamed = ({ db }: Store, name: string) =>
  db.query.pricePlans.findFirst({ where: { name, archivedAt: { isNull: true } } });

/** The draft and the newest active version, as the domain knows them. */
export const openVersions = ({ versions, ...plan }: PlanWithOpenVersions): OpenVersions =>
  openVersionsOf(versions.map((version) => toPlanVersion({ ...version, plan })));

type CardRows = Parameters<typeof toCards>[0] & Parameters<typeof billablesOf>[0];

/** A version with its cards, as the list of issues is made from it. */
export const toDraftContent = (version: PlanTerms & Pick<PlanVersion, 'id' | 'type'>, rows: CardRows): DraftContent => ({
  referenceId: version.id,
  type: version.type,
  terms: version,
  rateCards: toCards(rows),
  billables: billablesOf(rows),
});

/** A filter: the name contains a text. */
export const nameContains = (text: string) => ({
  RAW: ({ nameFolded }: Pick<typeof pricePlans, 'nameFolded'>): SQL => containsText(text, nameFolded),
});

export const insertPlan = ({ orgId }: Store, row: Omit<InferInsertModel<typeof pricePlans>, 'orgId' | 'nameFolded'>) =>
  insertRows(pricePlans, [{ ...row, nameFolded: fold(row.name), orgId }]);

export const insertVersion = ({ orgId }: Store, { name: _name, type: _type, ...version }: PlanVersion, now: number) =>
  insertRows(pricePlanVersions, [{ ...version, orgId, createdAt: now, updatedAt: now }]);

/** Writes a draft anew. An active version refuses it by a trigger. */
export const updateVersion = ({ db, orgId }: Store, { id, name: _name, type: _type, ...version }: PlanVersion, now: number) =>
  db
    .update(pricePlanVersions)
    .set({ ...version, updatedAt: now })
    .where(and(eq(pricePlanVersions.orgId, orgId), eq(pricePlanVersions.id, id)));

export const deleteVersion = ({ db, orgId }: Store, id: string) =>
  db.delete(pricePlanVersions).where(and(eq(pricePlanVersions.orgId, orgId), eq(pricePlanVersions.id, id)));

export const deletePlan = ({ db, orgId }: Store, id: string) =>
  db.delete(pricePlans).where(and(eq(pricePlans.orgId, orgId), eq(pricePlans.id, id)));

type Revised = Pick<PlanWithOpenVersions, 'id' | 'revision'>;

/** True while the plan is at the revision that a decision was made on. */
export const planIsAt = ({ orgId }: Store, { id, revision }: Revised): SQL =>
  sql`exists (select 1 from ${pricePlans} where ${and(eq(pricePlans.orgId, orgId), eq(pricePlans.id, id), eq(pricePlans.revision, revision))})`;

/** The next revision; given `archivedAt`, the plan's last. */
export const advancePlan = (
  { db, orgId }: Store,
  { id, revision }: Revised,
  changes: { readonly updatedAt: number; readonly archivedAt?: number },
) =>
  db
    .update(pricePlans)
    .set({ ...changes, revision: revision + 1 })
    .where(and(eq(pricePlans.orgId, orgId), eq(pricePlans.id, id)));

/** True while none of the plans is archived: the guard of everything that begins to use them. */
export const plansAreLive = ({ orgId }: Store, pricePlanIds: readonly string[]): SQL =>
  sql`not exists (select 1 from ${pricePlans} where ${and(
    eq(pricePlans.orgId, orgId),
    inArray(pricePlans.id, [...pricePlanIds]),
    isNotNull(pricePlans.archivedAt),
  )})`;
