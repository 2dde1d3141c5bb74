import { useState } from 'preact/hooks';
import { TextField } from '../part/field.tsx';
import { Notice } from '../part/status.tsx';
import type { Setting, SignIn } from './setting.ts';

interface SignInPageProps {
  readonly setting: Setting;
  /** Why there is no session. Empty: nobody has signed in yet. */
  readonly message: string;
  readonly use: (token: string) => void;
}

/** Asks for a token: of a sample organization, of the identity provider, or one that the person has. */
export function SignInPage({ setting: { samples, signIn }, message, use }: SignInPageProps) {
  return (
    <main class="narrow" id="main">
      <h1>Billing catalogue</h1>
      {message && <Notice kind="problem">{message}</Notice>}
      {samples.map(({ name, token }) => (
        <p key={name}>
          <button type="button" onClick={() => use(token)}>
            Open {name}
          </button>
        </p>
      ))}
      {signIn && <ProviderButton signIn={signIn} />}
      <TokenForm use={use} />
    </main>
  );
}

function ProviderButton({ signIn }: { readonly signIn: SignIn }) {
  const [problem, setProblem] = useState('');
  const leave = async (): Promise<void> => {
    setProblem('');
    try {
      const { leaveToSignIn } = await import('./sign-in.ts');
      await leaveToSignIn(signIn);
    } catch (error) {
      setProblem(`The sign-in failed. ${error instanceof Error ? error.message : ''}`);
    }
  };
  return (
    <>
      <p>
        <button type="button" class="primary" onClick={() => void leave()}>
          Sign in
        </button>
      </p>
      {problem && <Notice kind="problem">{problem}</Notice>}
    </>
  );
}

function TokenForm({ use }: { readonly use: (token: string) => void }) {
  const [token, setToken] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (token.trim()) use(token.trim());
  };
  return (
    <form class="panel" onSubmit={submit}>
      <TextField
        label="API token"
        type="password"
        value={token}
        onInput={setToken}
        hint="It stays in this tab until you close it."
        required
      />
      <button type="submit">Use the token</button>
    </form>
  );
}
