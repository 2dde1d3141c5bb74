import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { createItem } from './write.ts';

export interface CreateUsageMeterInput {
  readonly name: string;
  readonly billableName?: string | null | undefined;
}

/** Adds a usage meter to the catalogue. */
export const createUsageMeter = operation({
  name: 'createUsageMeter',
  scope: 'plans:write',
  async decide(input: CreateUsageMeterInput, work): Promise<Result<{ usageMeter: string }>> {
    const created = await createItem(work, 'um', { ...input, kind: 'USAGE_METER' });
    return created.ok ? ok({ usageMeter: created.value }) : created;
  },
});
