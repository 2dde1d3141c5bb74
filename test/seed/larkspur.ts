import { type CustomerEntry, signUp } from './customers.ts';
import type { Story } from './story.ts';

/** Larkspur Cloud hosts and observes other people's software, and bills in US dollars. */
export async function larkspur(story: Story): Promise<void> {
  await signUp(story, CUSTOMERS);
}

const CUSTOMERS: readonly CustomerEntry[] = [
  {
    id: 'brightwater',
    name: 'Brightwater Logistics',
    city: 'Portland',
    country: 'US',
    since: 13,
    accounts: [
      { id: 'brightwater-eu', name: 'Brightwater Logistics Europe', since: 9, currency: 'EUR', tags: ['emea'] },
      { id: 'brightwater-labs', name: 'Brightwater Labs', since: 4, tags: ['sandbox'] },
    ],
  },
  {
    id: 'copperleaf',
    name: 'Copperleaf Bank',
    city: 'Charlotte',
    country: 'US',
    since: 13,
    accounts: [
      { id: 'copperleaf-retail', name: 'Copperleaf Retail Banking', since: 12 },
      { id: 'copperleaf-treasury', name: 'Copperleaf Treasury', since: 7 },
    ],
  },
  { id: 'dovetail', name: 'Dovetail Furniture', city: 'Austin', country: 'US', since: 12 },
  {
    id: 'elmstreet',
    name: 'Elm Street Clinics',
    city: 'Boston',
    country: 'US',
    since: 11,
    accounts: [{ id: 'elmstreet-west', name: 'Elm Street Clinics West', since: 6 }],
  },
  { id: 'fernhill', name: 'Fernhill Games', city: 'Dublin', country: 'IE', since: 10, currency: 'EUR' },
  {
    id: 'greywolf',
    name: 'Greywolf Security',
    city: 'Denver',
    country: 'US',
    since: 9,
    accounts: [
      { id: 'greywolf-gov', name: 'Greywolf Government', since: 5, tags: ['public-sector'] },
      { id: 'greywolf-trial', name: 'Greywolf Trial', since: 1, status: 'DRAFT' },
    ],
  },
  {
    id: 'harborline',
    name: 'Harborline Shipping',
    city: 'Seattle',
    country: 'US',
    since: 7,
    accounts: [{ id: 'harborline-ports', name: 'Harborline Ports', since: 3 }],
  },
  { id: 'ironbark', name: 'Ironbark Energy', city: 'Houston', country: 'US', since: 5 },
];
