import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { Failure, main } from './main.ts';

const USAGE = 'TOKEN=<API token> npm run webhooks -- listen [--port 8788] [--api http://localhost:8787]';
const DOCUMENT = 'subscription { event { eventId kinds occurredAt account { accountId } } }';

/**
 * `npm run webhooks -- listen`: creates a webhook of the API that `npm run dev` runs, verifies what arrives and prints it. Ctrl-C deletes the
 * webhook.
 */
async function webhooks(): Promise<void> {
  const options = { port: { type: 'string', default: '8788' }, api: { type: 'string', default: 'http://localhost:8787' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const { TOKEN: token } = process.env;
  if (positionals.join() !== 'listen' || !token) throw new Failure(`Usage: ${USAGE}`);
  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    const isRight = verifies(secret, request, body);
    console.log(`${isRight ? 'verified' : 'WRONG SIGNATURE'}  ${request.headers['webhook-id']}  ${body}`);
    response.writeHead(isRight ? 204 : 401).end();
  });
  server.listen(Number(values.port), 'localhost');
  await once(server, 'listening').catch((error: Error) => {
    throw new Failure(error.message);
  });
  const api = (mutation: string, input: object, selection: string) => send(`${values.api}/graphql`, token, mutation, input, selection);
  const { port } = server.address() as AddressInfo;
  const input = { url: `http://localhost:${port}/`, document: DOCUMENT };
  const created = await api('createWebhook', input, 'secret webhook { webhookId }').catch((error: unknown) => {
    server.close();
    throw error;
  });
  const { secret, webhook } = created as { readonly secret: string; readonly webhook: { readonly webhookId: string } };
  console.log(`Listening for the events of ${values.api}. Ctrl-C ends it.`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  server.close();
  server.closeAllConnections();
  await api('deleteWebhook', webhook, 'deletedWebhookId');
}

function verifies(secret: string, { headers }: IncomingMessage, body: string): boolean {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Runs a mutation. @throws Failure with what the API said if it is refused */
async function send(url: string, token: string, mutation: string, input: object, selection: string): Promise<object> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { message } } }`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables: { input } }) }).catch(() => {
    throw new Failure(`Nothing answers at ${url}. Start it: npm run dev`);
  });
  const { data, errors } = (await response.json()) as Answer;
  const payload = data?.[mutation];
  const messages = [...(errors ?? []), ...(payload?.userErrors ?? [])].map(({ message }) => message);
  if (!payload || messages.length > 0) throw new Failure(messages.join('\n'));
  return payload;
}

interface Answer {
  readonly data?: Readonly<Record<string, { readonly userErrors: readonly { readonly message: string }[] }>> | null;
  readonly errors?: readonly { readonly message: string }[];
}

await main(webhooks);
