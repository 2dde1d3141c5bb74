import { larkspur } from './larkspur.ts';
import { nordlicht } from './nordlicht.ts';
import { type Random, Story } from './story.ts';

/** The sample organizations by name, and what they bill in. */
export const SAMPLES = { 'Larkspur Cloud': 'USD', 'Nordlicht Software': 'EUR' } as const;

/** An organization that was made, with its first token. */
export interface Seeded {
  readonly orgId: string;
  readonly token: string;
}

/**
 * Adds the two sample organizations, which do not know of each other.
 * @param now milliseconds since the epoch: where their stories have got to
 * @param random the digits of their first tokens
 */
export async function seed(d1: D1Database, now: number, random: Random): Promise<readonly [Seeded, Seeded]> {
  const begin = (name: keyof typeof SAMPLES) => Story.begin(d1, { name, baseCurrency: SAMPLES[name], now, random });
  return [await larkspur(await begin('Larkspur Cloud')), await nordlicht(await begin('Nordlicht Software'))];
}
