import { Lru } from '../engine/lru.ts';

/** The part of lru-cache that Yoga uses, for its caches of documents. No document outlives a deployment, so their age is not limited. */
export class LRUCache<Value extends NonNullable<unknown>> extends Lru<unknown, Value> {
  constructor({ max }: { readonly max: number }) {
    super(max);
  }
}
