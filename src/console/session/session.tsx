import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { clientOf } from '../api/client.ts';
import { ClientContext } from '../api/context.ts';
import { Loading } from '../part/status.tsx';
import { readSetting, type Sample, type Setting } from './setting.ts';
import { SignInPage } from './sign-in-page.tsx';

/** The token outlives a reload of this tab and nothing else: it is in no address, and other tabs do not have it. */
const TOKEN = 'token';
/** The customer's token outlives a reload of this tab and nothing else. It is never in an address, and is not the token of staff. */
export const CUSTOMER_TOKEN = 'customer-token';

/** Returns the token of who is signed in within this tab. `null`: nobody is. */
export const staffToken = (): string | null => sessionStorage.getItem(TOKEN);

/** Who uses the console, and how that changes. */
export interface Session {
  readonly token: string;
  readonly samples: readonly Sample[];
  readonly use: (token: string) => void;
  readonly end: () => void;
}

interface SessionProps {
  readonly children: (session: Session) => ComponentChildren;
}

/** Shows its children to whom has a token, with a client of the API. Asks others for a token. */
export function SessionGate({ children }: SessionProps) {
  const [setting, setSetting] = useState<Setting | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const [message, setMessage] = useState('');

  const use = (next: string): void => {
    sessionStorage.setItem(TOKEN, next);
    setMessage('');
    setToken(next);
  };
  const end = (why = ''): void => {
    // Staff who looked as a customer do not leave the customer's token behind.
    if (staffToken() !== null) sessionStorage.removeItem(CUSTOMER_TOKEN);
    sessionStorage.removeItem(TOKEN);
    setMessage(why);
    setToken(null);
  };

  useEffect(() => {
    void begin().then(({ setting: found, token: first, message: why }) => {
      if (first === null) end(why);
      else use(first);
      setSetting(found);
    });
  }, []);

  const client = useMemo(() => (token === null ? null : clientOf(token, () => end('Your session has ended.'))), [token]);
  if (setting === null) return <Loading what="the console" />;
  if (token === null || client === null) return <SignInPage setting={setting} message={message} use={use} />;
  return (
    <ClientContext.Provider value={client} key={token}>
      {children({ token, samples: setting.samples, use, end })}
    </ClientContext.Provider>
  );
}

interface Beginning {
  readonly setting: Setting;
  readonly token: string | null;
  readonly message: string;
}

/** Returns the token to begin with: of a sign-in that has just come back, of this tab before a reload, or of the first sample. */
async function begin(): Promise<Beginning> {
  const setting = await readSetting();
  const { samples, signIn } = setting;
  if (signIn && new URLSearchParams(location.search).has('state')) {
    try {
      const { accessTokenOf } = await import('./sign-in.ts');
      return { setting, token: await accessTokenOf(signIn), message: '' };
    } catch (error) {
      return { setting, token: null, message: `The sign-in failed. ${error instanceof Error ? error.message : ''}` };
    }
  }
  return { setting, token: staffToken() ?? samples[0]?.token ?? null, message: '' };
}
