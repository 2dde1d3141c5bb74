import type { ComponentChildren } from 'preact';

interface ButtonProps {
  /** Omit to submit the form that the button is in. */
  readonly onPress?: () => void;
  readonly look?: 'primary' | 'small';
  readonly isDisabled?: boolean;
  /** The id of what says why it is disabled. */
  readonly describedBy?: string | undefined;
  readonly children: ComponentChildren;
}

/** A button. Disabled, as while its request runs, it does nothing and keeps the focus, which an attribute `disabled` would take away. */
export function Button({ onPress, look, isDisabled = false, describedBy, children }: ButtonProps) {
  const press = (event: MouseEvent): void => {
    // Also for a form that is submitted by Enter in a field, which presses its button.
    if (isDisabled) event.preventDefault();
    else onPress?.();
  };
  return (
    <button
      type={onPress ? 'button' : 'submit'}
      class={look}
      aria-disabled={isDisabled || undefined}
      aria-describedby={describedBy}
      onClick={press}
    >
      {children}
    </button>
  );
}
