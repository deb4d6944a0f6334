import { useCallback, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Panel, usePolled } from '@callboard/page-parts';
import type { EntityRepository } from '@callboard/plugin-github-common';
import { activityApiRef } from '../activity/api/ActivityApi';
import { Answered } from '../activity/parts/Answered';
import { RepositoryGate } from '../activity/parts/RepositoryGate';
import styles from './CiTab.module.css';
import { RunDetailView } from './runs/RunDetailView';
import { RunsPanel } from './runs/RunsPanel';
import { useCiAddress } from './useCiAddress';
import { WorkflowList } from './WorkflowList';

const EVERY_MS = { underWay: 5_000, quiet: 60_000 };

/** Workflows and their runs; one run with its jobs, steps and logs where the address names one. */
export function CiTab() {
  return (
    <RepositoryGate title="Builds">
      {(repository, entityRef) => (
        <Builds key={entityRef} repository={repository} entityRef={entityRef} />
      )}
    </RepositoryGate>
  );
}

function Builds(props: { repository: EntityRepository; entityRef: string }) {
  const { repository, entityRef } = props;
  const api = useApi(activityApiRef);
  const { address, change } = useCiAddress();
  const [isBusy, setBusy] = useState(false);
  const [acted, setActed] = useState(0);
  const workflows = usePolled({
    key: entityRef,
    everyMs: isBusy ? EVERY_MS.underWay : EVERY_MS.quiet,
    load: signal => api.workflows({ entityRef, signal }),
  });
  const { refresh } = workflows;
  const onActed = useCallback(() => {
    // What was set off shows up in both lists at once.
    setActed(count => count + 1);
    refresh();
  }, [refresh]);
  const onStarted = (run: number | undefined) => {
    onActed();
    // Who goes back does not meet the form again, ready to start another one.
    change(
      {
        ...{ start: undefined, attempt: undefined },
        ...{ job: undefined, line: undefined },
        ...(run && { run }),
      },
      { replace: true },
    );
  };
  if (address.run !== undefined) {
    return (
      <RunDetailView
        key={address.run}
        repository={repository}
        entityRef={entityRef}
        id={address.run}
        address={address}
        onChange={change}
        onActed={onActed}
      />
    );
  }
  return (
    <div className={styles.columns}>
      <div className={styles.side}>
        <Panel title="Workflows">
          <Answered
            polled={workflows.polled}
            refresh={workflows.refresh}
            what="the workflows"
            by={repository.served.title}
            isBare
          >
            {list => (
              <WorkflowList
                workflows={list}
                repository={repository}
                entityRef={entityRef}
                chosen={address.workflow}
                onChoose={workflow => change({ workflow, page: undefined })}
                start={address.start}
                onStart={start =>
                  change({ start }, { replace: address.start !== undefined })
                }
                onStarted={onStarted}
              />
            )}
          </Answered>
        </Panel>
      </div>
      <div className={styles.main}>
        <RunsPanel
          acted={acted}
          repository={repository}
          entityRef={entityRef}
          address={address}
          onChange={change}
          onBusy={setBusy}
        />
      </div>
    </div>
  );
}
