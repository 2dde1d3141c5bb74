import { useState } from 'preact/hooks';
import { TextField } from '../part/field.tsx';

interface TokenFormProps {
  readonly label: string;
  readonly hint: string;
  readonly use: (token: string) => void;
}

/** Asks for a token. It is shown to nobody, and goes to the API alone. */
export function TokenForm({ label, hint, use }: TokenFormProps) {
  const [token, setToken] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (token.trim()) use(token.trim());
  };
  return (
    <form class="panel" onSubmit={submit}>
      <TextField label={label} type="password" value={token} onInput={setToken} hint={hint} required />
      <button type="submit">Use the token</button>
    </form>
  );
}
