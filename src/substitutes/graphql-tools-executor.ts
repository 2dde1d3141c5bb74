/** Yoga's own executor. `admission.ts` sets that of `engine/execute` for every operation, and a subscription is never executed. */
export function normalizedExecutor(): never {
  throw new Error('an operation is executed by engine/execute');
}
