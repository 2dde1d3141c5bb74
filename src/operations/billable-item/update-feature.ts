import type { SchemaAssociation } from '../../domain/billable-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { FEATURE, updateItem } from './write.ts';

export interface UpdateFeatureInput {
  readonly featureId: string;
  readonly name?: string | null | undefined;
  readonly billableName?: string | null | undefined;
  readonly schemaAssociations?: readonly SchemaAssociation[] | null | undefined;
}

/** Changes the names and the schema associations of a feature. */
export const updateFeature = operation({
  name: 'updateFeature',
  scope: 'plans:write',
  async decide({ featureId, ...changes }: UpdateFeatureInput, work): Promise<Result<{ feature: string }>> {
    const updated = await updateItem(work, FEATURE, featureId, changes);
    return updated.ok ? ok({ feature: updated.value }) : updated;
  },
});
