import * as oidc from 'openid-client';
import type { SignIn } from './setting.ts';

/** What survives the way to the identity provider and back. */
interface Pending {
  readonly verifier: string;
  readonly state: string;
  /** The page that the person wanted to see. */
  readonly hash: string;
}

const PENDING = 'sign-in';

/** The address of this page, which the identity provider must have registered. */
const pageAddress = (): string => `${location.origin}/`;

/** Leaves for the identity provider, with a challenge that only this tab can answer (RFC 7636). */
export async function leaveToSignIn(signIn: SignIn): Promise<void> {
  const pending: Pending = { verifier: oidc.randomPKCECodeVerifier(), state: oidc.randomState(), hash: location.hash };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const address = oidc.buildAuthorizationUrl(await configOf(signIn), {
    redirect_uri: pageAddress(),
    audience: signIn.audience,
    state: pending.state,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  });
  location.assign(address);
}

/**
 * Returns the access token that the identity provider has sent this page back for, and goes to the page that the person wanted.
 * @throws an error if this tab did not ask for the sign-in, or the provider refuses it
 */
export async function accessTokenOf(signIn: SignIn): Promise<string> {
  const pending: Pending | null = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
  const back = new URL(location.href);
  // Neither can be used again, whatever comes next.
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', pageAddress() + (pending?.hash ?? ''));
  // Replacing the address tells nobody.
  dispatchEvent(new HashChangeEvent('hashchange'));
  if (pending === null) throw new Error('This tab did not ask for it.');
  const checks = { pkceCodeVerifier: pending.verifier, expectedState: pending.state };
  return (await oidc.authorizationCodeGrant(await configOf(signIn), back, checks)).access_token;
}

function configOf({ issuer, clientId }: SignIn): Promise<oidc.Configuration> {
  const server = new URL(issuer);
  const execute = server.hostname === 'localhost' ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(server, clientId, undefined, oidc.None(), { execute });
}
