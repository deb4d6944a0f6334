import { useEffect, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { starredEntitiesApiRef } from '@backstage/plugin-catalog-react';

/** For a storage that never says whether it has arrived. */
const GIVE_UP_MS = 1500;

/**
 * Refs of the starred entities, in alphabetical order; undefined while they are not known.
 *
 * The API says 'nothing' first and corrects itself when the person's settings have arrived, without telling these apart.
 * So 'nothing' counts once the storage, which stock keeps the stars in, says so too.
 */
export function useStarredRefs(): string[] | undefined {
  const starredEntitiesApi = useApi(starredEntitiesApiRef);
  const storageApi = useApi(storageApiRef);
  const [refs, setRefs] = useState<string[]>();

  useEffect(() => {
    const bucket = storageApi.forBucket('starredEntities');
    let latest: string[] = [];
    let isSettled = false;
    const settle = () => {
      isSettled = true;
      setRefs(latest);
    };
    const settleUnlessStarred = (value: unknown) => {
      // Stars that the API has not told of yet: it is about to.
      if (!isSettled && !(Array.isArray(value) && value.length > 0)) settle();
    };

    const timer = setTimeout(() => {
      if (!isSettled) settle();
    }, GIVE_UP_MS);
    const stars = starredEntitiesApi.starredEntitie$().subscribe({
      next: starred => {
        latest = [...starred].sort();
        if (isSettled || latest.length > 0) settle();
      },
    });
    const stored = bucket.observe$('entityRefs').subscribe({
      next: ({ value }) => settleUnlessStarred(value),
    });
    const { presence, value } = bucket.snapshot('entityRefs');
    if (presence !== 'unknown') settleUnlessStarred(value);

    return () => {
      clearTimeout(timer);
      stars.unsubscribe();
      stored.unsubscribe();
    };
  }, [starredEntitiesApi, storageApi]);

  return refs;
}
