/** Nothing is paid out while the ledger is not balanced, however small the difference. */
export function mayPayOut(options: { ledgerOffBy: number }): boolean {
  return options.ledgerOffBy === 0;
}
