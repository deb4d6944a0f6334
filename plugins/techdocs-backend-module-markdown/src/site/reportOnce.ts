/** Passes each message on the first time only: what holds for many pages is said once. */
export function reportOnce(report: (message: string) => void) {
  const said = new Set<string>();
  return (message: string) => {
    if (!said.has(message)) {
      said.add(message);
      report(message);
    }
  };
}
