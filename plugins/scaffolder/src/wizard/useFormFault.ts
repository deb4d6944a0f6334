import { useCallback, useEffect, useRef, useState } from 'react';
import { toError, type ErrorLike } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';

/** As the form library takes it: called with all values before a page is checked, and gives the faults back. */
export type CustomValidate = <Faults>(
  formData: Record<string, JsonValue> | undefined,
  faults: Faults,
) => Faults;

/** A check of a page takes no longer, even when it asks a server. */
const CHECK_MS = 30_000;

/**
 * A fault of the form that nobody catches: stock checks a page outside of React, and where a schema contradicts itself that ends in a
 * rejected promise and a form that waits for ever. What is rejected while a page is being checked is taken as that.
 */
export function useFormFault(): {
  fault?: ErrorLike;
  clear(): void;
  /** What was filled in when the page was last checked; in memory only. */
  lastValues(): Record<string, JsonValue> | undefined;
  customValidate: CustomValidate;
} {
  const [fault, setFault] = useState<ErrorLike>();
  const checkedAt = useRef(-Infinity);
  const values = useRef<Record<string, JsonValue>>();

  useEffect(() => {
    const onRejection = (event: PromiseRejectionEvent) => {
      if (Date.now() - checkedAt.current > CHECK_MS) return;
      checkedAt.current = -Infinity;
      event.preventDefault();
      setFault(toError(event.reason));
    };
    window.addEventListener('unhandledrejection', onRejection);
    return () => window.removeEventListener('unhandledrejection', onRejection);
  }, []);

  const customValidate = useCallback<CustomValidate>((formData, faults) => {
    checkedAt.current = Date.now();
    values.current = { ...values.current, ...formData };
    return faults;
  }, []);
  const clear = useCallback(() => setFault(undefined), []);
  const lastValues = useCallback(() => values.current, []);
  return { fault, clear, lastValues, customValidate };
}
