import { CustomerProposalDocument, DelegateToAccountDocument } from 'billing-catalogue/documents';
import { useState } from 'preact/hooks';
import { clientOf, type RequestError } from '../api/client.ts';
import { requestErrorOf } from '../api/use-query.ts';
import { Notice, Problem } from '../part/status.tsx';
import { staffToken } from '../session/session.tsx';
import { TokenForm } from '../session/token-form.tsx';
import { useWindowTitle } from '../title.ts';

interface CustomerTokenPageProps {
  readonly proposalId: string | undefined;
  /** Why there is no token any more. Empty: there was none. */
  readonly message: string;
  readonly use: (token: string) => void;
}

/** Asks a customer for the delegate token that was sent to them. Staff who look at a proposal can have one made. */
export function CustomerTokenPage({ proposalId, message, use }: CustomerTokenPageProps) {
  const token = staffToken();
  useWindowTitle('Your proposal');
  return (
    <main class="narrow" id="main">
      <h1>Your proposal</h1>
      {message && <Notice kind="problem">{message}</Notice>}
      <TokenForm label="Token" hint="You were sent it with the proposal. It stays in this tab until you close it." use={use} />
      {token !== null && proposalId !== undefined && <StaffEntry token={token} proposalId={proposalId} use={use} />}
    </main>
  );
}

interface StaffEntryProps {
  readonly token: string;
  readonly proposalId: string;
  readonly use: (token: string) => void;
}

function StaffEntry({ token, proposalId, use }: StaffEntryProps) {
  const [error, setError] = useState<RequestError | null>(null);
  const [refusal, setRefusal] = useState('');
  const look = async (): Promise<void> => {
    const client = clientOf(token, () => undefined);
    setError(null);
    try {
      const { proposal } = await client.query(CustomerProposalDocument, { proposalId });
      if (!proposal) return setRefusal('There is no such proposal.');
      const { accountId } = proposal.account;
      const { createDelegateToken: payload } = await client.mutate(DelegateToAccountDocument, { accountId });
      setRefusal(payload.userErrors.map((each) => each.message).join(' '));
      if (payload.token !== null) use(payload.token);
    } catch (thrown) {
      setError(requestErrorOf(thrown));
    }
  };
  return (
    <section class="panel" aria-label="For staff">
      <p>You are signed in. You can see the proposal as the customer does, with a token that lasts 15 minutes.</p>
      <button type="button" onClick={() => void look()}>
        Look as the customer
      </button>
      {refusal && <Notice kind="problem">{refusal}</Notice>}
      <Problem error={error} />
    </section>
  );
}
