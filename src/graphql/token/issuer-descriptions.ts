/** The descriptions of the keys that an issuer is registered with. */
export const KEY_SET =
  'Public keys of the issuer as a JSON Web Key Set: 1 to 10, each with a `kid`, of RSA (2,048 to 4,096 bits, exponent 65,537 or more), P-256, P-384, P-521 or Ed25519. A key without `alg` signs with RS256, ES256, ES384, ES512 or EdDSA.';
export const KEY_SET_ADDRESS =
  'Address of the public keys: an `https` URL of a public host. Maximum 500 characters. Redirects are not followed.';

/** The descriptions of the fields that every kind of issuer has. */
export const ISSUER = {
  issuer: 'The `iss` claim of its tokens. Case matters.',
  audience: 'The `aud` claim of its tokens. It is unique to this registration.',
  jwks: 'Public keys of the issuer (RFC 7517). `null`: the keys are at `jwksUri`.',
  jwksUri: 'Address of the public keys, which are read again every 10 minutes. `null`: the keys are in `jwks`.',
  createdAt: 'When the issuer was registered.',
  removedAt: 'When the issuer was removed. `null`: it is still registered.',
} as const;
