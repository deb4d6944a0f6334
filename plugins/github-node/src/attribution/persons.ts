type Verify = (token: string) => Promise<string | undefined>;

let verify: Verify | undefined;

/**
 * Tells how to find out who a Backstage token belongs to. One for the process, as the scope is; the last one counts. It resolves to an
 * entity reference, or to undefined for a token that is not valid or nobody's.
 */
export function verifyPersonsWith(verifier: Verify): void {
  verify = verifier;
}

/** Whose a Backstage token is; undefined for nobody's, and as long as nothing can tell. Never rejects. */
export async function personOf(token: string): Promise<string | undefined> {
  return verify?.(token).catch(() => undefined);
}
