import { sortBy } from 'lodash';
import { type Listing, missingOf } from './missingOf';

/** The events of an organiser, with what is missing before each can be published. */
export function Listings({ listings = [] }: { listings?: Listing[] }) {
  return (
    <ul>
      {sortBy(listings, 'startsAt').map(listing => (
        <li key={listing.id}>
          {listing.title}: {missingOf(listing).join(', ') || 'ready'}
        </li>
      ))}
    </ul>
  );
}
