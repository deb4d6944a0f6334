import { useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Lines, Panel, usePolled } from '@callboard/page-parts';
import { githubApiRef } from '../api/GithubApi';
import { Problem } from '../parts/Problem';
import { PlanPanel } from './PlanPanel';
import { RunHead } from './RunHead';

const EVERY_MS = { busy: 1_500, quiet: 15_000 };

/** One plan, and the run that applies it. */
export function RunSection(props: {
  id: string;
  onClose(): void;
  onOpen(id: string): void;
}) {
  const { id, onClose, onOpen } = props;
  const api = useApi(githubApiRef);
  const [isBusy, setBusy] = useState(true);
  const { polled, refresh } = usePolled({
    key: id,
    everyMs: isBusy ? EVERY_MS.busy : EVERY_MS.quiet,
    load: signal => api.importRun({ id, signal }),
  });
  const status = polled.state === 'ready' ? polled.value.status : undefined;
  useEffect(() => {
    // Once nothing goes on by itself, there is nothing to look for.
    setBusy(
      status === undefined ||
        ['planning', 'running', 'paused'].includes(status),
    );
  }, [status]);
  if (polled.state === 'failed') {
    return (
      <Panel title="Import">
        <Problem what="this import" error={polled.error} retry={refresh} />
      </Panel>
    );
  }
  if (polled.state === 'loading') {
    return (
      <Panel title="Import">
        <Lines count={6} />
      </Panel>
    );
  }
  const run = polled.value;
  return (
    <>
      <RunHead
        run={run}
        outdated={polled.outdated}
        refresh={refresh}
        onClose={onClose}
        onOpen={onOpen}
      />
      {run.items.length > 0 && <PlanPanel run={run} refresh={refresh} />}
    </>
  );
}
