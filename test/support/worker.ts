import { customAlphabet } from 'nanoid';
import { app } from '../../src/app.ts';
import { createOrganization } from '../../src/auth/bootstrap.ts';
import { ID_ALPHABET, idFactory } from '../../src/domain/id.ts';
import { forgetKeys } from '../../src/operations/idempotency.ts';
import { sweepExpiredProposals } from '../../src/operations/proposal/sweep-expired.ts';

const random = customAlphabet(ID_ALPHABET);

/**
 * The app with three doors that only tests have: a clock set by a header, a way to begin an organization, and one to have the
 * scheduled work done now. Everything between is the product's own.
 */
export default {
  async fetch(request, { DB }) {
    const clock = request.headers.get('x-test-now');
    const now = clock === null ? Date.now() : Date.parse(clock);
    const { pathname } = new URL(request.url);
    if (pathname === '/test/scheduled') {
      await forgetKeys(DB, now);
      return Response.json(await sweepExpiredProposals(DB, { now, requestId: crypto.randomUUID(), newId: idFactory(now, random) }));
    }
    if (pathname === '/test/organizations') {
      const organization = await request.json<{ name: string; baseCurrency: string }>();
      return Response.json(await createOrganization(DB, organization, { now, newId: idFactory(now, random), random }));
    }
    return app.fetch(request, { d1: DB, now: () => now, origins: ['https://app.example.com'], explorer: '/explorer' });
  },
} satisfies ExportedHandler<{ DB: D1Database }>;
