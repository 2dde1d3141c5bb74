/** What a sign-in page needs before it has a token. It comes from the deployment, so that no caller without a token reads the database. */
export interface SignIn {
  /** The address of the identity provider, which is the `iss` claim of its tokens. */
  readonly issuer: string;
  /** The id of the page at the identity provider. */
  readonly clientId: string;
  /** The `aud` claim that the page asks for: `StaffIssuer.audience`. */
  readonly audience: string;
}

/** The variables of a deployment that has a sign-in page. */
export interface SignInVariables {
  readonly SIGN_IN_ISSUER?: string;
  readonly SIGN_IN_CLIENT_ID?: string;
  readonly SIGN_IN_AUDIENCE?: string;
}

/** Returns what the deployment tells sign-in pages. `null` if a variable is missing or empty: the deployment then tells strangers nothing. */
export function signInOf({ SIGN_IN_ISSUER, SIGN_IN_CLIENT_ID, SIGN_IN_AUDIENCE }: SignInVariables): SignIn | null {
  if (!SIGN_IN_ISSUER || !SIGN_IN_CLIENT_ID || !SIGN_IN_AUDIENCE) return null;
  return { issuer: SIGN_IN_ISSUER, clientId: SIGN_IN_CLIENT_ID, audience: SIGN_IN_AUDIENCE };
}
