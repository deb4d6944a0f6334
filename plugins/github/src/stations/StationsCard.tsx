import { useEffect, useRef } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { Stations } from '@callboard/plugin-github-common';
import { activityApiRef } from '../activity/api/ActivityApi';
import { useEntityRef } from '../activity/useEntityRef';
import { usePolledSoon } from '../activity/usePolledSoon';
import { useTabPath } from '../activity/useTabPath';
import { isShown } from './isShown';
import { StationList } from './StationList';
import { useDismissed } from './useDismissed';

/** While something comes true by itself, the portal's backend is asked this often; it asks GitHub no more often for that. */
const EVERY_MS = { busy: 2_000, quiet: 60_000 };

const TITLES: Record<Stations['state'], string> = {
  'under-way': 'On its way',
  done: 'All there',
  stuck: 'Needs somebody',
};

/** What of a new service is there: repository, entity, docs, first build, green. It goes away by itself an hour after the last, or when put away. */
export function StationsCard() {
  const api = useApi(activityApiRef);
  const entityRef = useEntityRef();
  const tabPath = useTabPath();
  const { isDismissed, dismiss } = useDismissed(entityRef);
  const { polled } = usePolledSoon({
    key: isDismissed === false ? entityRef : undefined,
    everyMs: EVERY_MS,
    load: signal => api.stations({ entityRef, signal }),
    isBusyWith: ({ state }) => state === 'under-way',
  });
  const stations = polled.state === 'ready' ? polled.value : undefined;
  useDocs({ entityRef, stations });
  // An old service whose descriptor was changed gets no card, not even for a moment; and what cannot be told now is no news.
  if (!stations || !isShown({ stations, now: new Date() })) return null;
  return (
    <EntityInfoCard
      title={TITLES[stations.state]}
      headerActions={
        <Button size="small" variant="tertiary" onPress={dismiss}>
          Put away
        </Button>
      }
    >
      <StationList stations={stations} ciPath={tabPath(entityRef, '/ci')} />
    </EntityInfoCard>
  );
}

/** Docs are built when somebody asks for them, so somebody does. Once a page. */
function useDocs(options: { entityRef: string; stations?: Stations }) {
  const { entityRef, stations } = options;
  const api = useApi(activityApiRef);
  const asked = useRef<string>();
  const isWaiting = stations?.steps.some(
    ({ id, state }) => id === 'docs' && state === 'waiting',
  );
  useEffect(() => {
    if (!isWaiting || asked.current === entityRef) return;
    asked.current = entityRef;
    // The docs tab shows why it failed; here the station goes on waiting.
    api.buildDocs({ entityRef }).catch(() => {});
  }, [api, entityRef, isWaiting]);
}
