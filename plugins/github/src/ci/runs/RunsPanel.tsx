import { useEffect } from 'react';
import { Button } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { Notice, Panel } from '@callboard/page-parts';
import type { EntityRepository } from '@callboard/plugin-github-common';
import { RiPlayCircleLine, RiSearchLine } from '@remixicon/react';
import { activityApiRef } from '../../activity/api/ActivityApi';
import { isUnderWay } from '../../activity/isUnderWay';
import { Answered } from '../../activity/parts/Answered';
import { usePolledSoon } from '../../activity/usePolledSoon';
import type { CiAddress } from '../useCiAddress';
import { RunFilter } from './RunFilter';
import styles from './RunsPanel.module.css';
import { RunTable } from './RunTable';

const PAGE = 30;

/** The runs that the address asks for, a page at a time. Looked at again soon while one of them is under way. */
export function RunsPanel(props: {
  repository: EntityRepository;
  entityRef: string;
  address: CiAddress;
  /** Changes when something was set off, which the list then shows at once. */
  acted: number;
  onChange(changes: CiAddress, options?: { replace?: boolean }): void;
  onBusy(isBusy: boolean): void;
}) {
  const { repository, entityRef, address, acted, onChange, onBusy } = props;
  const { workflow, branch, event, status, page = 1 } = address;
  const api = useApi(activityApiRef);
  const query = { workflow, branch, event, status, page };
  const isFiltered = Boolean(workflow || branch || event || status);
  const { polled, refresh, isBusy } = usePolledSoon({
    key: `${entityRef} ${JSON.stringify(query)}`,
    load: signal => api.runs({ entityRef, query, signal }),
    isBusyWith: answer =>
      answer.state === 'answered' && answer.value.runs.some(isUnderWay),
  });
  useEffect(() => onBusy(isBusy), [isBusy, onBusy]);
  useEffect(() => {
    if (acted > 0) refresh();
  }, [acted, refresh]);
  const total =
    polled.state === 'ready' && polled.value.state === 'answered'
      ? polled.value.value.total
      : undefined;

  return (
    <Panel title="Runs" count={total}>
      <RunFilter address={address} onChange={onChange} />
      <Answered
        polled={polled}
        refresh={refresh}
        what="the runs"
        by={repository.served.title}
        lines={8}
      >
        {({ runs, total: all }) => {
          const pages = Math.max(1, Math.ceil(all / PAGE));
          return (
            <>
              {runs.length === 0 ? (
                <NoRuns
                  isFiltered={isFiltered || page > 1}
                  onClear={() =>
                    onChange({
                      workflow: undefined,
                      branch: undefined,
                      event: undefined,
                      status: undefined,
                      page: undefined,
                    })
                  }
                />
              ) : (
                <RunTable
                  runs={runs}
                  onOpen={run => onChange({ run: run.id })}
                />
              )}
              {pages > 1 && (
                <div className={styles.pages}>
                  <Button
                    size="small"
                    variant="tertiary"
                    isDisabled={page <= 1}
                    onPress={() =>
                      onChange({ page: page > 2 ? page - 1 : undefined })
                    }
                  >
                    Newer
                  </Button>
                  <span>
                    {page} of {pages.toLocaleString('en')}
                  </span>
                  <Button
                    size="small"
                    variant="tertiary"
                    isDisabled={page >= pages}
                    onPress={() => onChange({ page: page + 1 })}
                  >
                    Older
                  </Button>
                </div>
              )}
            </>
          );
        }}
      </Answered>
    </Panel>
  );
}

function NoRuns(props: { isFiltered: boolean; onClear(): void }) {
  const { isFiltered, onClear } = props;
  return isFiltered ? (
    <Notice
      icon={<RiSearchLine size={20} />}
      title="No run is like this"
      action={
        <Button size="small" variant="secondary" onPress={onClear}>
          Show all runs
        </Button>
      }
    />
  ) : (
    <Notice icon={<RiPlayCircleLine size={20} />} title="Nothing has run yet">
      A push, a pull request or “Run…” beside a workflow starts one, as the
      workflow says.
    </Notice>
  );
}
