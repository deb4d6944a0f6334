/** What GitHub sent the browser back with, as far as it was pasted. */
export type ReadAddress =
  | { outcome: 'read'; code: string; state: string }
  /** One sentence. */
  | { outcome: 'unusable'; reason: string };

/**
 * Reads the address that GitHub sent the browser to. A code without the state is not enough: the state tells the App that was begun here
 * from one that somebody else would like this portal to use.
 */
export function readAddress(text: string): ReadAddress {
  const pasted = text.trim().replace(/^['"<]|['">]$/g, '');
  if (!URL.canParse(pasted)) {
    return {
      outcome: 'unusable',
      reason:
        'That is no address. Copy the whole address of the page that GitHub sent the browser to; it holds code= and state=.',
    };
  }
  const { searchParams } = new URL(pasted);
  const code = searchParams.get('code');
  const state = searchParams.get('state');
  if (code && state) {
    return { outcome: 'read', code, state };
  }
  return {
    outcome: 'unusable',
    reason: `That address holds no ${
      code ? 'state' : 'code'
    }=. Copy the whole one of the page that GitHub sent the browser to after "Create GitHub App".`,
  };
}
