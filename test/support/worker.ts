import { customAlphabet } from 'nanoid';
import { app } from '../../src/app.ts';
import { createOrganization } from '../../src/auth/bootstrap.ts';
import { ID_ALPHABET, idFactory } from '../../src/domain/id.ts';
import { forgetKeys } from '../../src/operations/idempotency.ts';
import { sweepExpiredProposals } from '../../src/operations/proposal/sweep-expired.ts';
import { plansOf, recorded, type Statement } from './recorded.ts';

const random = customAlphabet(ID_ALPHABET);

/**
 * The app with four doors that only tests have: a clock set by a header, an answer together with the plans of its statements, a way to
 * begin an organization, and one to have the scheduled work done now. Everything between is the product's own.
 */
export default {
  async fetch(request, { DB }, context) {
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
    const services = { d1: DB, now: () => now, origins: ['https://app.example.com'], explorer: '/explorer' };
    if (request.headers.has('x-test-explain')) {
      const statements: Statement[] = [];
      const answer = await app.fetch(request, { ...services, d1: recorded(DB, statements) }, context);
      return Response.json({ ...(await answer.json<object>()), plans: await plansOf(DB, statements) });
    }
    return app.fetch(request, services, context);
  },
} satisfies ExportedHandler<{ DB: D1Database }>;
