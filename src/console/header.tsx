import { ViewerDocument } from 'billing-catalogue/documents';
import { useState } from 'preact/hooks';
import { useQuery } from './api/use-query.ts';
import { SECTIONS } from './pages.tsx';
import { SelectField } from './part/field.tsx';
import { hrefOf, useRoute } from './route.ts';
import type { Session } from './session/session.tsx';
import { setTheme, storedTheme, THEMES } from './theme.ts';

const THEME_CHOICES = THEMES.map((theme) => ({ value: theme, label: theme.charAt(0).toUpperCase() + theme.slice(1) }));

/** Where the reader is, for whom, and how to get elsewhere. */
export function Header({ token, samples, use, end }: Session) {
  const [current = 'accounts'] = useRoute().path;
  return (
    <header>
      <nav aria-label="Pages">
        {SECTIONS.map(({ name, path }) => (
          <a key={path} href={hrefOf([path])} aria-current={path === current ? 'page' : undefined}>
            {name}
          </a>
        ))}
        {samples.length > 0 && (
          <>
            <a href="/graphql">Explorer</a>
            <a href="/docs">REST docs</a>
          </>
        )}
      </nav>
      <div class="settings">
        {samples.some((sample) => sample.token === token) ? (
          <SelectField
            label="Organization"
            value={token}
            onInput={use}
            choices={samples.map((sample) => ({ value: sample.token, label: sample.name }))}
          />
        ) : (
          <Viewer />
        )}
        <ThemeField />
        <button type="button" onClick={() => end()}>
          Sign out
        </button>
      </div>
    </header>
  );
}

function Viewer() {
  const { data } = useQuery(ViewerDocument, NO_VARIABLES);
  if (!data) return null;
  const { organization, actor } = data.viewer;
  return (
    <span>
      {organization?.name}
      {actor.delegate && `, ${actor.delegate}`}
    </span>
  );
}

const NO_VARIABLES = {};

/** Chooses the theme. */
export function ThemeField() {
  const [theme, setChosen] = useState(storedTheme());
  const choose = (value: string): void => {
    const chosen = THEMES.find((each) => each === value) ?? 'auto';
    setTheme(chosen);
    setChosen(chosen);
  };
  return <SelectField label="Theme" value={theme} onInput={choose} choices={THEME_CHOICES} />;
}
