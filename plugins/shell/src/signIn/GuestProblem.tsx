import { useEffect } from 'react';

/** Takes the error back to the page, where the button to try again is. */
export function GuestProblem(props: {
  error?: Error;
  onProblem(message: string): void;
}) {
  const { error, onProblem } = props;
  useEffect(() => {
    onProblem(
      `Entering as guest failed: ${
        error?.message ?? 'the portal gave no reason'
      }. Is the portal running?`,
    );
  }, [error, onProblem]);
  return null;
}
