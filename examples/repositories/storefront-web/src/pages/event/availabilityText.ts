export type Availability = 'PLENTY' | 'FEW' | 'NONE' | 'NOT_YET';

const TEXTS: Record<Availability, string> = {
  PLENTY: 'Tickets available',
  FEW: 'Only a few left',
  NONE: 'Sold out',
  NOT_YET: 'Not on sale yet',
};

/** What a fan reads about the seats that are left. Numbers are never shown: they are ten seconds old. */
export function availabilityText(availability: Availability): string {
  return TEXTS[availability];
}
