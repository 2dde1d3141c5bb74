import type { Actor } from '../operations/context.ts';

/** The caller and its organization. Every organization id that a request uses comes from here. */
export interface Identity {
  readonly orgId: string;
  readonly actor: Actor;
}
