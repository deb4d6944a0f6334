import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  EntityUserFilter,
  useEntityList,
  useStarredEntities,
} from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import styles from './CatalogPage.module.css';

const CHOICES = [
  { id: 'all', title: 'All' },
  { id: 'owned', title: 'My teams’' },
  { id: 'starred', title: 'Starred' },
] as const;
type Choice = (typeof CHOICES)[number]['id'];

/** All, what the person's teams own, or what they starred. */
export function OwnFilter() {
  const identityApi = useApi(identityApiRef);
  const { updateFilters, queryParameters } = useEntityList();
  const { starredEntities } = useStarredEntities();
  const [owners, setOwners] = useState<string[]>();
  const asked = [queryParameters.user].flat()[0];
  const [choice, setChoice] = useState<Choice>(
    asked === 'owned' || asked === 'starred' ? asked : 'all',
  );

  useEffect(() => {
    identityApi
      .getBackstageIdentity()
      .then(({ ownershipEntityRefs }) => setOwners(ownershipEntityRefs));
  }, [identityApi]);

  useEffect(() => {
    if (choice === 'owned') {
      if (owners) updateFilters({ user: EntityUserFilter.owned(owners) });
    } else if (choice === 'starred') {
      updateFilters({ user: EntityUserFilter.starred([...starredEntities]) });
    } else {
      updateFilters({ user: EntityUserFilter.all() });
    }
  }, [choice, owners, starredEntities, updateFilters]);

  return (
    <div className={styles.choices} role="group" aria-label="Whose">
      {CHOICES.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          aria-pressed={choice === id}
          onClick={() => setChoice(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
