/** An amount in the smallest unit of its currency, as the reader's language writes it. */
export function Price(props: { amount: number; currency: string }) {
  const format = new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency: props.currency,
  });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return (
    <span>{format.format(props.amount / 10 ** maximumFractionDigits)}</span>
  );
}
