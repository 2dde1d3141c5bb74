/** Yoga's own executor. `admission.ts` sets graphql-js's for every operation, and a subscription is never executed. */
export function normalizedExecutor(): never {
  throw new Error('an operation is executed by graphql-js');
}
