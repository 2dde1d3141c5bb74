import { ROOT } from './wrangler.ts';

/** The path of the printed schema of the code. */
export const PRINTED = `${ROOT}/schema/schema.graphql`;
/** The path of the released schema. The file does not exist before the first release. */
export const RELEASED = `${ROOT}/schema/released.graphql`;
/** The path of the printed description of the REST mirror. */
export const PRINTED_OPENAPI = `${ROOT}/schema/openapi.json`;
/** The path of the released description. The file does not exist before the first release. */
export const RELEASED_OPENAPI = `${ROOT}/schema/released.openapi.json`;
/** The path of the changelog for callers. */
export const CHANGELOG = `${ROOT}/schema/CHANGELOG.md`;
