import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { runsApiRef } from '../api/RunsApi';
import { watchRun, type WatchedRun } from './watchRun';

/** One run, followed for as long as the component is there. */
export function useRun(taskId: string): {
  watched: WatchedRun;
  refresh(): void;
} {
  const scaffolderApi = useApi(scaffolderApiRef);
  const runsApi = useApi(runsApiRef);
  const [watched, setWatched] = useState<WatchedRun>({ state: 'loading' });
  const watcher = useRef<ReturnType<typeof watchRun>>();

  useEffect(() => {
    setWatched({ state: 'loading' });
    const watch = watchRun({
      taskId,
      scaffolderApi,
      runsApi,
      onChange: setWatched,
    });
    watcher.current = watch;
    return () => watch.stop();
  }, [taskId, scaffolderApi, runsApi]);

  const refresh = useCallback(() => watcher.current?.refresh(), []);
  return { watched, refresh };
}
