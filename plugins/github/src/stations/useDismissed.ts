import { useEffect, useMemo, useState } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';

const BUCKET = 'github-stations';

/** Whether the person has put the card of an entity away, which is remembered for them. Undefined until it is known. */
export function useDismissed(entityRef: string): {
  isDismissed: boolean | undefined;
  dismiss(): void;
} {
  const storageApi = useApi(storageApiRef);
  const bucket = useMemo(() => storageApi.forBucket(BUCKET), [storageApi]);
  const [isDismissed, setDismissed] = useState<boolean>();
  useEffect(() => {
    const read = (snapshot: { presence: string; value?: unknown }) => {
      if (snapshot.presence !== 'unknown')
        setDismissed(snapshot.value === true);
    };
    read(bucket.snapshot(entityRef));
    const subscription = bucket.observe$(entityRef).subscribe(read);
    return () => subscription.unsubscribe();
  }, [bucket, entityRef]);
  return { isDismissed, dismiss: () => bucket.set(entityRef, true) };
}
