import { useApi } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  Ago,
  MiddleTruncated,
  Notice,
  StatusIcon,
} from '@callboard/page-parts';
import type { Workflow } from '@callboard/plugin-github-common';
import { RiGitBranchLine } from '@remixicon/react';
import { activityApiRef } from '../activity/api/ActivityApi';
import { buildLook } from '../activity/buildLook';
import { isUnderWay } from '../activity/isUnderWay';
import { Answered } from '../activity/parts/Answered';
import { CardRows } from '../activity/parts/CardRows';
import { SeeAll } from '../activity/parts/SeeAll';
import { useEntityRef } from '../activity/useEntityRef';
import { usePolledSoon } from '../activity/usePolledSoon';
import { useTabPath } from '../activity/useTabPath';

const MOST = 5;

const WEIGHTS = { fail: 0, running: 1, warn: 1, waiting: 2, pass: 3, off: 4 };

const weightOf = ({ latest }: Workflow) => WEIGHTS[buildLook(latest!).status];

/** How each workflow fared last, what needs somebody first. */
export function CiCard() {
  const api = useApi(activityApiRef);
  const entityRef = useEntityRef();
  const tabPath = useTabPath();
  const { polled, refresh } = usePolledSoon({
    key: entityRef,
    load: signal => api.workflows({ entityRef, signal }),
    isBusyWith: answer =>
      answer.state === 'answered' &&
      answer.value.some(({ latest }) => latest && isUnderWay(latest)),
  });
  const path = tabPath(entityRef, '/ci');
  return (
    <EntityInfoCard title="Builds" headerActions={<SeeAll href={path} />}>
      <Answered
        polled={polled}
        refresh={refresh}
        what="the builds"
        lines={3}
        isBare
      >
        {workflows => {
          const ran = workflows
            .filter(({ latest }) => latest)
            .sort((a, b) => weightOf(a) - weightOf(b));
          return ran.length === 0 ? (
            <Notice icon={<RiGitBranchLine size={20} />} title="No build yet">
              {workflows.length === 0
                ? 'A file in .github/workflows makes a workflow.'
                : 'No workflow of this repository has run.'}
            </Notice>
          ) : (
            <CardRows label="Workflows">
              {ran.slice(0, MOST).map(workflow => {
                const latest = workflow.latest!;
                const { status, word } = buildLook(latest);
                return {
                  key: String(workflow.id),
                  icon: <StatusIcon status={status} word={word} />,
                  name: path ? (
                    <Link href={`${path}?run=${latest.id}`} standalone data-row>
                      <MiddleTruncated text={workflow.name} />
                    </Link>
                  ) : (
                    <MiddleTruncated text={workflow.name} />
                  ),
                  title: latest.title,
                  detail: (
                    <>
                      {latest.branch} · <Ago at={latest.startedAt} />
                    </>
                  ),
                };
              })}
            </CardRows>
          );
        }}
      </Answered>
    </EntityInfoCard>
  );
}
