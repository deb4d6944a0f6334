/** How long the budget may hold a request back where nobody says, in milliseconds. */
export const PATIENCE_MS = { person: 10_000, background: 60 * 60_000 };
