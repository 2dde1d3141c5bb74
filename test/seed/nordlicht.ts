import { type CustomerEntry, signUp } from './customers.ts';
import type { Story } from './story.ts';

/** Nordlicht Software sells document software to European companies, and bills in euros. */
export async function nordlicht(story: Story): Promise<void> {
  await signUp(story, CUSTOMERS);
}

const CUSTOMERS: readonly CustomerEntry[] = [
  {
    id: 'albatros',
    name: 'Albatros Reisen',
    city: 'Hamburg',
    country: 'DE',
    since: 13,
    accounts: [{ id: 'albatros-online', name: 'Albatros Online', since: 8 }],
  },
  {
    id: 'bergbahn',
    name: 'Bergbahn Verbund',
    city: 'Innsbruck',
    country: 'AT',
    since: 11,
    accounts: [{ id: 'bergbahn-sommer', name: 'Bergbahn Sommerbetrieb', since: 10 }],
  },
  {
    id: 'canal',
    name: 'Canal et Fils',
    city: 'Lyon',
    country: 'FR',
    since: 9,
    accounts: [{ id: 'canal-export', name: 'Canal Export', since: 4, currency: 'USD' }],
  },
  {
    id: 'delfino',
    name: 'Delfino Moda',
    city: 'Milano',
    country: 'IT',
    since: 6,
    accounts: [{ id: 'delfino-outlet', name: 'Delfino Outlet', since: 2, status: 'DRAFT' }],
  },
  { id: 'eikenhof', name: 'Eikenhof Zorg', city: 'Utrecht', country: 'NL', since: 4 },
];
