import { useApi } from '@backstage/frontend-plugin-api';
import {
  Lines,
  Notice,
  OutLink,
  Panel,
  usePolled,
} from '@callboard/page-parts';
import type { EntityRepository, Job } from '@callboard/plugin-github-common';
import { RiFileTextLine, RiLock2Line } from '@remixicon/react';
import { activityApiRef } from '../../activity/api/ActivityApi';
import { isUnderWay } from '../../activity/isUnderWay';
import { ActivityProblem } from '../../activity/parts/ActivityProblem';
import { LogView } from './LogView';

const EVERY_MS = { underWay: 5_000, over: 60 * 60_000 };

const NO_LOG = {
  running: 'The log comes when the job is over',
  large: 'This log is too long to be shown here',
  gone: 'GitHub keeps this log no longer',
};

/** The log of a job; GitHub has none until the job is over. */
export function JobLogPanel(props: {
  entityRef: string;
  repository: EntityRepository;
  job: Job;
  line?: number;
  onLine(line: number): void;
}) {
  const { entityRef, repository, job, line, onLine } = props;
  const { may } = repository;
  const api = useApi(activityApiRef);
  const isOver = !isUnderWay(job);
  const { polled, refresh } = usePolled({
    key: may.logs ? `${job.id} ${isOver}` : undefined,
    everyMs: isOver ? EVERY_MS.over : EVERY_MS.underWay,
    load: signal => api.log({ entityRef, job: job.id, signal }),
  });
  const title = `Log of ${job.name}`;
  if (!may.logs) {
    return (
      <Panel title={title}>
        <Notice
          icon={<RiLock2Line size={20} />}
          title="This log is not shown to you"
        >
          {may.whyNotLogs}
        </Notice>
      </Panel>
    );
  }
  return (
    <Panel title={title}>
      {polled.state === 'loading' && (
        <Lines count={12} label="Reading the log" />
      )}
      {polled.state === 'failed' && (
        <ActivityProblem what="the log" error={polled.error} retry={refresh} />
      )}
      {polled.state === 'ready' &&
        (polled.value.state === 'text' ? (
          <LogView
            key={job.id}
            log={polled.value.text}
            name={job.name}
            url={job.url}
            line={line}
            onLine={onLine}
          />
        ) : (
          <Notice
            icon={<RiFileTextLine size={20} />}
            title={NO_LOG[polled.value.state]}
            action={
              <OutLink href={polled.value.url}>Look at it at GitHub</OutLink>
            }
          >
            {polled.value.words}
          </Notice>
        ))}
    </Panel>
  );
}
