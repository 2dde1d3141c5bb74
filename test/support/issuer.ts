import { SignJWT } from 'jose/jwt/sign';
import { exportJWK } from 'jose/key/export';
import { generateKeyPair } from 'jose/key/generate/keypair';
import { NOW, type Organization } from './organization.ts';

/** What the tokens of the tests' issuers say as `iss`. */
export const ISSUER = 'https://id.example.com';

/** A key pair with the public half as a set that has it under this name. */
export async function keyPair(alg: string, kid = alg) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { alg, kid, privateKey, jwks: { keys: [{ ...(await exportJWK(publicKey)), kid, alg }] } };
}
export type Pair = Awaited<ReturnType<typeof keyPair>>;

/** A registered issuer. */
export interface Issuer {
  readonly tokenIssuerId: string;
  readonly audience: string;
}

export const register = (org: Organization, input: object): Promise<Issuer> =>
  org.done<Issuer>(
    'registerTokenIssuer',
    'tokenIssuer { tokenIssuerId audience }',
    { issuer: ISSUER, access: 'READ', ...input },
    'tokenIssuer',
  );

/** A token that the holder of a key signs: good for five minutes unless said otherwise. */
export function sign({ privateKey, alg, kid }: Pair, { audience }: Issuer, claims: object = {}, header: object = {}): Promise<string> {
  const now = Date.parse(NOW) / 1_000;
  const usual = { iss: ISSUER, aud: audience, sub: 'user-1', iat: now, exp: now + 300, accountIds: ['acme'], access: 'READ' };
  return new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg, kid, ...header }).sign(privateKey);
}
