import { useState } from 'preact/hooks';
import { TextField } from '../part/field.tsx';

interface TokenFormProps {
  readonly label: string;
  readonly hint: string;
  readonly use: (token: string) => void;
}

/** What a header can hold of a token. */
const SENDABLE = /^[\x21-\x7e]+$/;

/** Asks for a token. It is shown to nobody, and goes to the API alone. */
export function TokenForm({ label, hint, use }: TokenFormProps) {
  const [token, setToken] = useState('');
  const [refusal, setRefusal] = useState('');
  const change = (text: string): void => {
    setToken(text);
    setRefusal('');
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (SENDABLE.test(token.trim())) use(token.trim());
    else setRefusal('It has a character that no token has, such as a space or a quotation mark of a text. Copy the token alone.');
  };
  return (
    <form class="panel" onSubmit={submit}>
      <TextField label={label} type="password" value={token} onInput={change} hint={hint} refusal={refusal} required />
      <button type="submit">Use the token</button>
    </form>
  );
}
