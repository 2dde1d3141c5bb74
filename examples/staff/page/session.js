import * as oidc from 'openid-client';

/** The address of this page without its query, which the identity provider must have registered. */
const PAGE = `${location.origin}${location.pathname}`;

/** What survives the way to the identity provider and back. The access token itself stays in memory. */
const PENDING = 'sign-in';

/**
 * Returns the identity provider that the API's deployment names, and the audience of its tokens.
 * @param {string} api the address of the API
 */
async function provider(api) {
  const response = await fetch(`${api}/sign-in`);
  if (!response.ok) throw new Error('This deployment has no sign-in.');
  const { issuer, clientId, audience } = await response.json();
  const server = new URL(issuer);
  const execute = server.hostname === 'localhost' ? [oidc.allowInsecureRequests] : [];
  return { config: await oidc.discovery(server, clientId, undefined, oidc.None(), { execute }), audience };
}

/** Leaves for the identity provider, with a challenge that only this tab can answer (RFC 7636). */
export async function signIn(api) {
  const { config, audience } = await provider(api);
  const pending = { verifier: oidc.randomPKCECodeVerifier(), state: oidc.randomState() };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: PAGE,
    audience,
    state: pending.state,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  });
  location.assign(address);
}

/** Returns the access token that the identity provider has sent this page back for. `null`: the page was opened otherwise. */
export async function accessToken(api) {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
  if (!pending || !new URLSearchParams(location.search).has('state')) return null;
  const back = new URL(location.href);
  // Neither can be used again, whatever comes next.
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', PAGE);
  const { config } = await provider(api);
  const checks = { pkceCodeVerifier: pending.verifier, expectedState: pending.state };
  return (await oidc.authorizationCodeGrant(config, back, checks)).access_token;
}
