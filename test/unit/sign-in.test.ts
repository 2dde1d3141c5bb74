import { expect, it } from 'vitest';
import { signInOf } from '../../src/auth/sign-in.ts';

const VARIABLES = { SIGN_IN_ISSUER: 'https://id.example.com', SIGN_IN_CLIENT_ID: 'dashboard', SIGN_IN_AUDIENCE: 'org/stf' };

it('tells a sign-in page the issuer, the client id and the audience', () => {
  expect(signInOf(VARIABLES)).toEqual({ issuer: 'https://id.example.com', clientId: 'dashboard', audience: 'org/stf' });
});

it.each(Object.keys(VARIABLES))('tells nothing where %s is missing or empty', (name) => {
  expect(signInOf({ ...VARIABLES, [name]: undefined })).toBeNull();
  expect(signInOf({ ...VARIABLES, [name]: '' })).toBeNull();
});
