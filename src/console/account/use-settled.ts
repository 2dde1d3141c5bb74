import { useEffect, useState } from 'preact/hooks';

/** Milliseconds without another key press after which a text is searched for. */
const PAUSE = 250;

/** Returns a value once it has not changed for a moment, so that a search is sent for a word and not for each of its letters. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
