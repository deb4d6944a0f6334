export interface Listing {
  id: string;
  title: string;
  startsAt: string;
  seatMap: boolean;
  unpricedPlaces: number;
  saleBegins?: string;
  verifiedAccount: boolean;
}

/** What is missing before an event can be published. The rules are those of the listings service. */
export function missingOf(listing: Listing): string[] {
  return [
    listing.seatMap ? '' : 'a finished seat map',
    listing.unpricedPlaces === 0 ? '' : 'prices',
    listing.saleBegins ? '' : 'the time of the sale',
    listing.verifiedAccount ? '' : 'a verified bank account',
  ].filter(Boolean);
}
