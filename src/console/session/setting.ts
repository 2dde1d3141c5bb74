import { setClockOffset } from '../clock.ts';

/** A token of a sample organization, which only `npm run dev` has. */
export interface Sample {
  readonly name: string;
  readonly token: string;
}

/** The identity provider that signs people in, as `/sign-in` tells it. */
export interface SignIn {
  readonly issuer: string;
  readonly clientId: string;
  readonly audience: string;
}

/** How people get a token in this deployment. Without samples and a provider, they paste one. */
export interface Setting {
  readonly samples: readonly Sample[];
  readonly signIn: SignIn | null;
}

interface Development {
  readonly samples: readonly Sample[];
  readonly clockOffset: number;
}

/** Reads how people get a token in this deployment, and sets the clock. */
export async function readSetting(): Promise<Setting> {
  const [development, signIn] = await Promise.all([read<Development>('/console/development.json'), read<SignIn>('/sign-in')]);
  if (development) setClockOffset(development.clockOffset);
  return { samples: development?.samples ?? [], signIn };
}

/** Returns what is at an address of this deployment. `null`: nothing is, or it did not answer. */
async function read<Body>(path: string): Promise<Body | null> {
  const response = await fetch(path).catch(() => null);
  return response?.status === 200 ? response.json() : null;
}
