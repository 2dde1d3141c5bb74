import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId } from 'preact/hooks';

interface Described {
  readonly label: string;
  readonly hint?: string | undefined;
  /** Why the value was refused. Omit or leave empty if it was not. */
  readonly refusal?: string | undefined;
}

interface TextFieldProps extends Described {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: keyof typeof INPUTS;
  readonly required?: boolean;
  readonly inputMode?: 'decimal' | 'numeric';
}

/** A labelled input, with its hint and its refusal beside it. */
export function TextField({ value, onInput, type = 'text', required, inputMode, ...described }: TextFieldProps) {
  return (
    <Field {...described}>
      {(attributes) =>
        INPUTS[type]({
          ...attributes,
          value,
          required,
          inputMode,
          autocomplete: 'off',
          onInput: ({ currentTarget }) => onInput(currentTarget.value),
        })
      }
    </Field>
  );
}

type InputProps = Attributes & Pick<InputHTMLAttributes<HTMLInputElement>, 'value' | 'required' | 'inputMode' | 'autocomplete' | 'onInput'>;

/** One function for each type: the types of Preact allow other roles for each, so that no type stands for all. */
const INPUTS = {
  text: (props: InputProps) => <input {...props} type="text" />,
  date: (props: InputProps) => <input {...props} type="date" />,
  search: (props: InputProps) => <input {...props} type="search" />,
  password: (props: InputProps) => <input {...props} type="password" />,
};

/** A choice of a select: its value and what people read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps extends Described {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly choices: readonly Choice[];
  /** Whether the form needs a choice whose value is not empty. */
  readonly required?: boolean;
}

/** A labelled select. */
export function SelectField({ value, onInput, choices, required, ...described }: SelectFieldProps) {
  return (
    <Field {...described}>
      {(attributes) => (
        <select {...attributes} value={value} required={required} onInput={({ currentTarget }) => onInput(currentTarget.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface Attributes {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

interface FieldProps extends Described {
  readonly children: (attributes: Attributes) => ComponentChildren;
}

function Field({ label, hint, refusal, children }: FieldProps) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, refusal && `${id}-refusal`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': describedBy || undefined, 'aria-invalid': refusal ? true : undefined })}
      {hint && (
        <small id={`${id}-hint`} class="quiet">
          {hint}
        </small>
      )}
      {refusal && (
        <small id={`${id}-refusal`} class="refusal">
          <span aria-hidden="true">✕ </span>
          {refusal}
        </small>
      )}
    </div>
  );
}
