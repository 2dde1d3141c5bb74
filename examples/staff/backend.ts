import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import * as oidc from 'openid-client';

/** `config` is what `oidc.discovery` returns for the identity provider, and `origin` the address of this backend. */
type Setting = Readonly<{ config: oidc.Configuration; api: string; audience: string; origin: string }>;
const COOKIE = { httpOnly: true, secure: true, sameSite: 'Lax', path: '/', maxAge: 3_600 } as const;

/** A backend for a frontend: the browser has a cookie that no script can read, and the access token of its person stays here. */
export function backend({ config, api, audience, origin }: Setting): Hono {
  const [verifiers, tokens] = [new Map<string, string>(), new Map<string, string>()];
  const app = new Hono();
  app.get('/sign-in', async (c) => {
    const [state, verifier] = [oidc.randomState(), oidc.randomPKCECodeVerifier()];
    verifiers.set(state, verifier);
    setCookie(c, '__Host-state', state, COOKIE);
    const challenge = { code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' };
    return c.redirect(oidc.buildAuthorizationUrl(config, { redirect_uri: `${origin}/signed-in`, audience, state, ...challenge }));
  });
  app.get('/signed-in', async (c) => {
    const expectedState = getCookie(c, '__Host-state') ?? '';
    const pkceCodeVerifier = verifiers.get(expectedState);
    if (!pkceCodeVerifier || !verifiers.delete(expectedState)) return c.text('Open /sign-in first.', 400);
    const back = new URL(`${origin}/signed-in${new URL(c.req.url).search}`);
    const granted = await oidc.authorizationCodeGrant(config, back, { pkceCodeVerifier, expectedState }).catch(() => null);
    if (!granted) return c.text('The sign-in failed. Open /sign-in again.', 400);
    const session = oidc.randomState();
    tokens.set(session, granted.access_token);
    setCookie(c, '__Host-session', session, COOKIE);
    return c.redirect('/');
  });
  // The cookie comes with no POST of another site, and the API refuses what a form could send.
  app.post('/graphql', async (c) => {
    const authorization = `Bearer ${tokens.get(getCookie(c, '__Host-session') ?? '')}`;
    const headers = { authorization, 'content-type': c.req.header('content-type') ?? '' };
    return fetch(`${api}/graphql`, { method: 'POST', headers, body: await c.req.text() });
  });
  return app;
}
