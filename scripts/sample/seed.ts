import { larkspur } from './larkspur.ts';
import { nordlicht } from './nordlicht.ts';
import { type Random, Story } from './story.ts';

/** The base currencies of the sample organizations, by name. */
export const SAMPLES = { 'Larkspur Cloud': 'USD', 'Nordlicht Software': 'EUR' } as const;

/** A new organization with its first token. */
export interface Seeded {
  readonly orgId: string;
  readonly token: string;
}

/**
 * Adds the two sample organizations, which share no data.
 * @param now milliseconds since 1970: the end of their histories
 * @param random returns digits for their first tokens
 */
export async function seed(d1: D1Database, now: number, random: Random): Promise<readonly [Seeded, Seeded]> {
  const begin = (name: keyof typeof SAMPLES) => Story.begin(d1, { name, baseCurrency: SAMPLES[name], now, random });
  return [await larkspur(await begin('Larkspur Cloud')), await nordlicht(await begin('Nordlicht Software'))];
}
