/** The smallest of the values that at least this share of them (0 to 1) does not exceed. Throws when there is none. */
export function quantile(options: { values: number[]; share: number }): number {
  const { values, share } = options;
  if (values.length === 0) {
    throw new Error('A quantile of nothing was asked for.');
  }
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
