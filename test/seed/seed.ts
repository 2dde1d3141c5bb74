import { larkspur } from './larkspur.ts';
import { nordlicht } from './nordlicht.ts';
import { type Random, Story } from './story.ts';

/** An organization that was made, with its first token. */
export interface Seeded {
  readonly orgId: string;
  readonly token: string;
}

/**
 * Fills an empty database with two organizations that do not know of each other.
 * @param now milliseconds since the epoch: where their stories have got to
 * @param random the digits of their first tokens
 */
export async function seed(d1: D1Database, now: number, random: Random): Promise<readonly [Seeded, Seeded]> {
  return [
    await larkspur(await Story.begin(d1, { name: 'Larkspur Cloud', baseCurrency: 'USD', now, random })),
    await nordlicht(await Story.begin(d1, { name: 'Nordlicht Software', baseCurrency: 'EUR', now, random })),
  ];
}
