import type { Scope } from '../operations/scope.ts';

/** What an object type is read with: `requires('accounts:read')`. Checked on the document, before anything is read. */
export const requires = (scope: Scope): { extensions: { scope: Scope } } => ({ extensions: { scope } });
