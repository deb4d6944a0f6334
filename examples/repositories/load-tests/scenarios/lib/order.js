/** The body of an order; every run has an idempotency key of its own. */
export function orderOf({ row = 'M', places = 2 }) {
  return JSON.stringify({
    eventId: 'evt_LOAD',
    seats: Array.from(
      { length: places },
      (_, index) => `${row}-1-${index + 1}`,
    ),
  });
}
