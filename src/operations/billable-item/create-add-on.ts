import { ok, type Result } from '../../domain/result.ts';
import { operation } from '../operation.ts';
import { createItem } from './write.ts';

export interface CreateAddOnInput {
  readonly name: string;
  readonly type: 'LICENSE' | 'NAMED_LICENSE' | 'FIXED_FEE' | 'CREDIT_GRANT';
  readonly billableName?: string | null | undefined;
}

/** Adds an add-on to the catalogue. */
export const createAddOn = operation({
  name: 'createAddOn',
  scope: 'plans:write',
  async decide({ type, ...input }: CreateAddOnInput, work): Promise<Result<{ addOn: string }>> {
    const created = await createItem(work, 'addon', { ...input, kind: type });
    return created.ok ? ok({ addOn: created.value }) : created;
  },
});
