import { Header } from './header.tsx';
import { pageOf } from './pages.tsx';
import { PageFrame } from './part/page-frame.tsx';
import { CustomerFrame } from './proposal/customer-frame.tsx';
import { useRoute } from './route.ts';
import { SessionGate } from './session/session.tsx';

/** The console: a header, and the page that the address names. */
export function App() {
  const route = useRoute();
  const [section, id] = route.path;
  // Customers have a token of their own, and see nothing else.
  if (section === 'proposals') return <CustomerFrame proposalId={id} />;
  const { title, content } = pageOf(route);
  return (
    <SessionGate>
      {(session) => (
        <PageFrame header={<Header {...session} />} title={title} place={route.path.join('/')}>
          {content}
        </PageFrame>
      )}
    </SessionGate>
  );
}
