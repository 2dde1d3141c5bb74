import { ROOT } from './wrangler.ts';

/** The schema as the code has it, printed. */
export const PRINTED = `${ROOT}/schema/schema.graphql`;
/** The schema that callers rely on; absent before the first release. */
export const RELEASED = `${ROOT}/schema/released.graphql`;
/** What changed for callers, by date. */
export const CHANGELOG = `${ROOT}/schema/CHANGELOG.md`;
