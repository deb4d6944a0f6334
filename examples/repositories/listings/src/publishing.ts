/** What stands between a draft and the sale. */
export interface Draft {
  seatMapFinished?: boolean;
  unpricedPlaces?: number;
  saleBegins?: Date;
  accountVerified?: boolean;
}

const HOUR_MS = 3_600_000;

/** Why a draft cannot be published yet; empty when it can. */
export function problemsOf(draft: Draft, now = new Date()): string[] {
  const problems: string[] = [];
  if (!draft.seatMapFinished) problems.push('seat-map');
  if (draft.unpricedPlaces !== 0) problems.push('prices');
  if (
    !draft.saleBegins ||
    draft.saleBegins.getTime() - now.getTime() < HOUR_MS
  ) {
    problems.push('sale-too-soon');
  }
  if (!draft.accountVerified) problems.push('account');
  return problems;
}
