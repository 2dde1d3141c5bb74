import type { Method } from './route.ts';

/** Operations of the vendor's API that the mirror does not serve, each with what does the same in `/graphql`. */
export const NOT_SERVED: readonly (readonly [method: Method, path: string, instead: string])[] = [
  ['GET', '/license_updates', 'Account.licenseUpdates'],
  ['POST', '/license_updates', 'finalizeAccountSchedules'],
];
