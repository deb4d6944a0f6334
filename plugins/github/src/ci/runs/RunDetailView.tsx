import { useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { Panel, plural } from '@callboard/page-parts';
import type {
  EntityRepository,
  Job,
  RunDetail,
} from '@callboard/plugin-github-common';
import { RiArrowLeftLine } from '@remixicon/react';
import { activityApiRef } from '../../activity/api/ActivityApi';
import { isUnderWay } from '../../activity/isUnderWay';
import { Answered } from '../../activity/parts/Answered';
import { usePolledSoon } from '../../activity/usePolledSoon';
import { JobLogPanel } from '../log/JobLogPanel';
import type { CiAddress } from '../useCiAddress';
import { JobList } from './JobList';
import { RunActions } from './RunActions';
import styles from './RunDetailView.module.css';
import { RunFacts } from './RunFacts';

const SETTLES_MS = 20_000;

/** One run: what it is, what can be done with it, its jobs with their steps, and the log of the one that is chosen. */
export function RunDetailView(props: {
  repository: EntityRepository;
  entityRef: string;
  id: number;
  address: CiAddress;
  onChange(changes: CiAddress, options?: { replace?: boolean }): void;
  onActed(): void;
}) {
  const { repository, entityRef, id, address, onChange, onActed } = props;
  const { attempt, job: chosen, line } = address;
  const api = useApi(activityApiRef);
  const actedAt = useRef(0);
  const { polled, refresh } = usePolledSoon({
    key: `${entityRef} ${id} ${attempt ?? ''}`,
    load: signal => api.run({ entityRef, run: id, attempt, signal }),
    isBusyWith: answer =>
      (answer.state === 'answered' && isUnderWay(answer.value.run)) ||
      // What was set off may begin a little later.
      Date.now() - actedAt.current < SETTLES_MS,
  });
  const detail =
    polled.state === 'ready' && polled.value.state === 'answered'
      ? polled.value.value
      : undefined;
  const job = detail && shownJob(detail, chosen);
  const back = () =>
    onChange({
      run: undefined,
      attempt: undefined,
      job: undefined,
      line: undefined,
    });
  const acted = () => {
    actedAt.current = Date.now();
    onChange({ attempt: undefined, job: undefined, line: undefined });
    refresh();
    onActed();
  };

  return (
    <>
      <Panel
        title={detail ? detail.run.title : `Run ${id}`}
        actions={
          <Button
            size="small"
            variant="tertiary"
            iconStart={<RiArrowLeftLine size={14} />}
            onPress={back}
          >
            All runs
          </Button>
        }
      >
        <Answered
          polled={polled}
          refresh={refresh}
          what="this run"
          by={repository.served.title}
          lines={3}
        >
          {value => (
            <>
              <RunFacts
                detail={value}
                repository={repository}
                onAttempt={next =>
                  onChange({ attempt: next, job: undefined, line: undefined })
                }
              />
              <RunActions
                detail={value}
                job={job}
                repository={repository}
                entityRef={entityRef}
                onActed={acted}
              />
            </>
          )}
        </Answered>
      </Panel>
      {detail && (
        <div className={styles.columns}>
          <Panel
            title="Jobs"
            count={detail.jobs.length}
            facts={
              detail.omitted > 0
                ? `${plural(detail.omitted, 'more job')} at GitHub`
                : undefined
            }
          >
            <JobList
              jobs={detail.jobs}
              chosen={job?.id}
              onChoose={next => onChange({ job: next.id, line: undefined })}
            />
          </Panel>
          {job && (
            <JobLogPanel
              key={job.id}
              repository={repository}
              entityRef={entityRef}
              job={job}
              line={job.id === chosen ? line : undefined}
              onLine={next =>
                onChange({ job: job.id, line: next }, { replace: true })
              }
            />
          )}
        </div>
      )}
    </>
  );
}

/** The one that the address names; else what went wrong, or goes on, or is first. */
function shownJob(
  detail: RunDetail,
  chosen: number | undefined,
): Job | undefined {
  const { jobs } = detail;
  return (
    jobs.find(({ id }) => id === chosen) ??
    jobs.find(({ conclusion }) => conclusion === 'failure') ??
    jobs.find(isUnderWay) ??
    jobs[0]
  );
}
