import { unarchiveBillableItem } from '../../domain/billable-item.ts';
import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { FEATURE, moveItem } from './write.ts';

export interface UnarchiveFeatureInput {
  readonly featureId: string;
}

/** Unarchives a feature, so that it can be sold again. */
export const unarchiveFeature = operation({
  name: 'unarchiveFeature',
  scope: 'plans:write',
  async decide({ featureId }: UnarchiveFeatureInput, work): Promise<Result<{ feature: string }>> {
    const move = await moveItem(work, FEATURE, featureId, unarchiveBillableItem);
    return move.ok ? ok({ feature: move.value }) : move;
  },
});
