import { useState } from 'preact/hooks';
import { Notice } from '../part/status.tsx';
import { useWindowTitle } from '../title.ts';
import type { Setting, SignIn } from './setting.ts';
import { TokenForm } from './token-form.tsx';

interface SignInPageProps {
  readonly setting: Setting;
  /** Why there is no session. Empty: nobody has signed in yet. */
  readonly message: string;
  readonly use: (token: string) => void;
}

/** Asks for a token: of a sample organization, of the identity provider, or one that the person has. */
export function SignInPage({ setting: { samples, signIn }, message, use }: SignInPageProps) {
  useWindowTitle('Sign in');
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
      <TokenForm label="API token" hint="It stays in this tab until you close it." use={use} />
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
