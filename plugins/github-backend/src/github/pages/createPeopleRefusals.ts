import { lowerKey } from '../../store/lowerKey';
import type { OwnerOfPages } from './PageSizes';

/** How long people are not asked about after it has cost a request in vain. */
const PATIENCE_MS = 60 * 60 * 1000;

/** Owners of whose people GitHub does not tell beside their repositories. */
export interface PeopleRefusals {
  has(owner: OwnerOfPages): boolean;
  add(owner: OwnerOfPages): void;
}

/** In memory, for the process. */
export function createPeopleRefusals(options: {
  now: () => Date;
}): PeopleRefusals {
  const { now } = options;
  const refusedAt = new Map<string, number>();
  const keyOf = ({ host, owner }: OwnerOfPages) => `${host}/${lowerKey(owner)}`;
  return {
    has(owner) {
      const at = refusedAt.get(keyOf(owner));
      return at !== undefined && now().getTime() - at < PATIENCE_MS;
    },
    add(owner) {
      refusedAt.set(keyOf(owner), now().getTime());
    },
  };
}
