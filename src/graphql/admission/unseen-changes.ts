import type { FieldNode } from 'graphql';
import { oncePerOperation } from './facts.ts';

type ChangesUnseen = boolean | ((node: FieldNode) => boolean);

/**
 * Marks a field whose value can change although no change was accepted, no day began and no proposal expired: always, or depending on how a
 * document selects it. An answer with such a field has no `ETag`.
 */
export const changesUnseen = (mark: ChangesUnseen = true): { extensions: { changesUnseen: ChangesUnseen } } => ({
  extensions: { changesUnseen: mark },
});

/** Whether an operation selects such a field. */
export const selectsUnseenChanges = oncePerOperation(({ fields }) =>
  fields.some(({ node, definition }) => {
    const mark = definition.extensions.changesUnseen as ChangesUnseen | undefined;
    return typeof mark === 'function' ? mark(node) : mark === true;
  }),
);
