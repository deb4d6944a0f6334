/** What was chosen before the browser went to GitHub, for when it comes back. Holds nothing secret. */
export interface PendingApp {
  host: string;
  keep: 'store' | 'show';
}

const PREFIX = 'callboard.connections.app.';

/** Keeps a choice for as long as the tab lives. */
export function rememberApp(state: string, pending: PendingApp): void {
  sessionStorage.setItem(`${PREFIX}${state}`, JSON.stringify(pending));
}

/** The choice that belongs to a state; undefined when it was made in another tab. */
export function recallApp(state: string): PendingApp | undefined {
  const text = sessionStorage.getItem(`${PREFIX}${state}`);
  if (!text) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function forgetApp(state: string): void {
  sessionStorage.removeItem(`${PREFIX}${state}`);
}
