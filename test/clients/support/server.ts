import type { TestProject } from 'vitest/node';
import { DevServer } from '../../support/dev-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the API. */
    readonly url: string;
    /** A token of the sample organization Larkspur Cloud, which may do everything. */
    readonly token: string;
  }
}

/** Starts `npm run dev` with a database of its own. */
export default async function start({ provide }: TestProject): Promise<() => Promise<unknown>> {
  const server = await (await DevServer.begin()).ready();
  const [token] = server.output.match(/tg_live_\w+/) ?? [];
  if (token === undefined) throw new Error(`no token is printed:\n${server.output}`);
  provide('url', server.url);
  provide('token', token);
  return () => server.stop();
}
