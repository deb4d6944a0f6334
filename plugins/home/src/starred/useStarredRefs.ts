import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { starredEntitiesApiRef } from '@backstage/plugin-catalog-react';

/**
 * The API says 'nothing' first and corrects itself when the person's settings have arrived, and it does not tell these
 * apart. So an empty first answer counts only when no other follows in this time.
 */
const SETTLE_MS = 1500;

/** Refs of the starred entities, in alphabetical order; undefined while they are not known. */
export function useStarredRefs(): string[] | undefined {
  const starredEntitiesApi = useApi(starredEntitiesApiRef);
  const [refs, setRefs] = useState<string[]>();

  useEffect(() => {
    let answers = 0;
    const timer = setTimeout(() => setRefs(known => known ?? []), SETTLE_MS);
    const subscription = starredEntitiesApi.starredEntitie$().subscribe({
      next: starred => {
        answers += 1;
        if (starred.size > 0 || answers > 1) setRefs([...starred].sort());
      },
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [starredEntitiesApi]);

  return refs;
}
