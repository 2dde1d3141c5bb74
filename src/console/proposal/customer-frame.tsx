import { useMemo, useState } from 'preact/hooks';
import { clientOf } from '../api/client.ts';
import { ClientContext } from '../api/context.ts';
import { ThemeField } from '../header.tsx';
import { PageFrame } from '../part/page-frame.tsx';
import { hrefOf } from '../route.ts';
import { CUSTOMER_TOKEN } from '../session/session.tsx';
import { CustomerTokenPage } from './customer-token-page.tsx';
import { ProposalPage } from './proposal-page.tsx';
import { ProposalsPage } from './proposals-page.tsx';

interface CustomerFrameProps {
  /** Omitted: the list of proposals. */
  readonly proposalId: string | undefined;
}

/** What a customer sees, who has a delegate token and nothing else: the proposals, or one of them. */
export function CustomerFrame({ proposalId }: CustomerFrameProps) {
  const [token, setToken] = useState(sessionStorage.getItem(CUSTOMER_TOKEN));
  const [message, setMessage] = useState('');
  const use = (next: string): void => {
    sessionStorage.setItem(CUSTOMER_TOKEN, next);
    setMessage('');
    setToken(next);
  };
  const end = (why = ''): void => {
    sessionStorage.removeItem(CUSTOMER_TOKEN);
    setMessage(why);
    setToken(null);
  };
  const client = useMemo(
    () => (token === null ? null : clientOf(token, () => end('The token is not valid any more. Ask who sent it for another.'))),
    [token],
  );
  if (client === null) return <CustomerTokenPage proposalId={proposalId} message={message} use={use} />;
  return (
    <ClientContext.Provider value={client} key={token}>
      <PageFrame
        header={<CustomerHeader isList={proposalId === undefined} end={() => end()} />}
        title={proposalId === undefined ? 'Your proposals' : 'Your proposal'}
        place={proposalId ?? ''}
      >
        {proposalId === undefined ? <ProposalsPage /> : <ProposalPage key={proposalId} proposalId={proposalId} />}
      </PageFrame>
    </ClientContext.Provider>
  );
}

interface CustomerHeaderProps {
  readonly isList: boolean;
  readonly end: () => void;
}

function CustomerHeader({ isList, end }: CustomerHeaderProps) {
  return (
    <header>
      <nav aria-label="Pages">
        <a href={hrefOf(['proposals'])} aria-current={isList ? 'page' : undefined}>
          Your proposals
        </a>
      </nav>
      <div class="settings">
        <ThemeField />
        <button type="button" onClick={end}>
          Leave
        </button>
      </div>
    </header>
  );
}
