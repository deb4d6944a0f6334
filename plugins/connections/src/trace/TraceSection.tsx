import { useState } from 'react';
import { Button } from '@backstage/ui';
import { causeOf, Lines, Notice, Panel } from '@callboard/page-parts';
import { RiPauseLine, RiPlayLine, RiSwapLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { Problem } from '../parts/Problem';
import { StatusWords } from '../parts/StatusWords';
import { CallsTable } from './CallsTable';
import { TraceFilters, type TraceFilter } from './TraceFilters';
import { useCalls } from './useCalls';
import styles from './TraceSection.module.css';

const FIRST = 200;
const MOST = 1_000;

/** The last requests to every GitHub. The filter is in the address. */
export function TraceSection() {
  const [params, setParams] = useSearchParams();
  const [isPaused, setPaused] = useState(false);
  const [limit, setLimit] = useState(FIRST);
  const filter: TraceFilter = {
    host: params.get('host') ?? undefined,
    plugin: params.get('plugin') ?? undefined,
    credentialId: params.get('credentialId') ?? undefined,
  };
  const { calls, refresh } = useCalls({ filter, limit, isPaused });
  const items = calls.state === 'ready' ? calls.value : [];
  const isFiltered = Object.values(filter).some(Boolean);
  const setFilter = (next: TraceFilter) =>
    setParams(
      Object.fromEntries(
        Object.entries(next).flatMap(([key, value]) =>
          value ? [[key, value]] : [],
        ),
      ),
      { replace: true },
    );

  return (
    <>
      <div className={styles.bar}>
        <TraceFilters filter={filter} items={items} onChange={setFilter} />
        <Button
          size="small"
          variant="secondary"
          iconStart={
            isPaused ? <RiPlayLine size={14} /> : <RiPauseLine size={14} />
          }
          aria-pressed={isPaused}
          onPress={() => setPaused(!isPaused)}
        >
          {isPaused ? 'Go on' : 'Pause'}
        </Button>
      </div>
      <Panel
        title="Recent calls to GitHub"
        count={calls.state === 'ready' ? items.length : undefined}
        actions={
          <span className={styles.live}>
            {isPaused ? 'Paused' : 'Newest first, as they come'}
          </span>
        }
      >
        {calls.state === 'loading' && <Lines count={8} />}
        {calls.state === 'failed' && (
          <Problem what="the calls" error={calls.error} retry={refresh} />
        )}
        {calls.state === 'ready' && calls.outdated && (
          <p className={styles.outdated} role="alert">
            <StatusWords status="warn">
              Could not renew: {causeOf(calls.outdated)}
            </StatusWords>
          </p>
        )}
        {calls.state === 'ready' && items.length > 0 && (
          <CallsTable calls={items} />
        )}
        {calls.state === 'ready' && items.length >= limit && limit < MOST && (
          <div className={styles.more}>
            <Button
              size="small"
              variant="tertiary"
              onPress={() => {
                setLimit(MOST);
                refresh();
              }}
            >
              Show older calls
            </Button>
          </div>
        )}
        {calls.state === 'ready' && items.length === 0 && (
          <Notice
            icon={<RiSwapLine size={20} />}
            title={isFiltered ? 'No call fits the filter' : 'No calls yet'}
            action={
              isFiltered && (
                <Button
                  size="small"
                  variant="secondary"
                  onPress={() => setFilter({})}
                >
                  Show all calls
                </Button>
              )
            }
          >
            Every request of the portal to a GitHub stands here, with who asked
            and which credential served. The list is kept in memory and begins
            anew when the portal starts.
          </Notice>
        )}
      </Panel>
    </>
  );
}
