import { createHash, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose/jwt/sign';
import { exportJWK } from 'jose/key/export';
import { generateKeyPair } from 'jose/key/generate/keypair';

interface Person {
  readonly sub: string;
  readonly roles: readonly string[];
}

interface Setting {
  /** Its own address, which is the `iss` of its tokens. */
  readonly issuer: string;
  /** The addresses that each client may be sent back to. */
  readonly clients: Readonly<Record<string, { readonly redirectUri: string; readonly secret?: string }>>;
  readonly people: readonly Person[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

interface Grant {
  readonly clientId: string;
  readonly challenge: string;
  readonly audience: string;
  readonly person: Person;
}

/** An identity provider with the code flow of OAuth 2.1 alone: PKCE is required, a code is good once, and access tokens are those of RFC 9068. */
export async function identityProvider({ issuer, clients, people, now }: Setting) {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256' }] };
  const grants = new Map<string, Grant>();

  function authorize(query: URLSearchParams): Response {
    const clientId = query.get('client_id') ?? '';
    const redirectUri = clients[clientId]?.redirectUri;
    if (redirectUri === undefined || query.get('redirect_uri') !== redirectUri) return new Response('unknown page', { status: 400 });
    const challenge = query.get('code_challenge');
    if (!challenge || query.get('code_challenge_method') !== 'S256') return new Response('no challenge', { status: 400 });
    const links = people.map((person) => {
      const code = randomUUID();
      grants.set(code, { clientId, challenge, audience: query.get('audience') ?? '', person });
      const back = new URL(redirectUri);
      back.search = new URLSearchParams({ code, state: query.get('state') ?? '', iss: issuer }).toString();
      return `<a href="${back.href.replaceAll('&', '&amp;')}">${person.sub}</a>`;
    });
    return new Response(`<!doctype html><title>Sign in</title><link rel="icon" href="data:,">${links.join(' ')}`, {
      headers: { 'content-type': 'text/html' },
    });
  }

  async function token(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    const grant = grants.get(form.get('code') ?? '');
    grants.delete(form.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const { redirectUri, secret } = clients[grant?.clientId ?? ''] ?? {};
    const isClient = grant?.clientId === form.get('client_id') && (secret ?? null) === form.get('client_secret');
    if (!grant || !isClient || grant.challenge !== verifier || form.get('redirect_uri') !== redirectUri) {
      return json({ error: 'invalid_grant' }, 400);
    }
    const at = Math.floor(now() / 1_000);
    const { audience, clientId, person } = grant;
    const claims = { iss: issuer, aud: audience, client_id: clientId, iat: at, exp: at + 3_600, jti: randomUUID(), ...person };
    const accessToken = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'one', typ: 'at+jwt' }).sign(privateKey);
    return json({ access_token: accessToken, token_type: 'Bearer', expires_in: 3_600 });
  }

  const json = (body: object, status = 200) => Response.json(body, { status, headers: { 'access-control-allow-origin': '*' } });
  const metadata = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };

  async function answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/.well-known/openid-configuration') return json(metadata);
    if (pathname === '/authorize') return authorize(searchParams);
    if (pathname === '/token' && request.method === 'POST') return token(request);
    return new Response(null, { status: 404 });
  }
  return { jwks, answer };
}
