import type { SchemaAssociation } from '../../domain/billable-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { createItem } from './write.ts';

export interface CreateFeatureInput {
  readonly name: string;
  readonly billableName?: string | null | undefined;
  readonly schemaAssociations: readonly SchemaAssociation[];
}

/** Adds a feature to the catalogue. */
export const createFeature = operation({
  name: 'createFeature',
  scope: 'plans:write',
  async decide(input: CreateFeatureInput, work): Promise<Result<{ feature: string }>> {
    const created = await createItem(work, 'feature', { ...input, kind: 'FEATURE' });
    return created.ok ? ok({ feature: created.value }) : created;
  },
});
