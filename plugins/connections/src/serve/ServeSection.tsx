import { useEffect, useRef, useState } from 'react';
import { Button, SearchField } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { fieldClass, Lines, Panel, usePolled } from '@callboard/page-parts';
import { useSearchParams } from 'react-router-dom';
import { connectionsApiRef } from '../api/ConnectionsApi';
import { useOverview } from '../page/OverviewContext';
import { ServeProblem } from './ServeProblem';
import { ServeAnswerPanel } from './ServeAnswerPanel';
import { ServeExamples } from './ServeExamples';
import { useSlashFocus } from './useSlashFocus';
import styles from './ServeSection.module.css';

const EVERY_MS = 60_000;

/** Which credential serves a repository, and what it may do there. The question is in the address, so that it can be passed on. */
export function ServeSection() {
  const api = useApi(connectionsApiRef);
  const { overview } = useOverview();
  const [params, setParams] = useSearchParams();
  const asked = params.get('url') ?? '';
  const [typed, setTyped] = useState(asked);
  const boxRef = useRef<HTMLDivElement>(null);
  useSlashFocus(boxRef);
  useEffect(() => setTyped(asked), [asked]);

  const { polled, refresh } = usePolled({
    key: asked ? `serve ${asked}` : undefined,
    everyMs: EVERY_MS,
    load: signal => api.serve({ url: asked, signal }),
  });
  const ask = (url: string) => {
    const wanted = url.trim();
    if (wanted && wanted === asked) refresh();
    else setParams(wanted ? { url: wanted } : {});
  };

  return (
    <>
      <div className={styles.ask} role="search" ref={boxRef}>
        <SearchField
          label="Who serves this?"
          description="The address of a repository, a file in one, or an organisation. Press / to come here."
          placeholder={`https://${
            overview.hosts.find(({ aliasOf }) => !aliasOf)?.host ?? 'github.com'
          }/organisation/repository`}
          className={`${fieldClass} ${styles.field}`}
          value={typed}
          onChange={setTyped}
          onSubmit={ask}
          onClear={() => setParams({})}
        />
        <Button
          variant="primary"
          isDisabled={!typed.trim()}
          onPress={() => ask(typed)}
        >
          Ask
        </Button>
      </div>
      <div className={styles.answer} aria-live="polite">
        {!asked && <ServeExamples />}
        {asked && polled.state === 'loading' && (
          <Panel title="Asking each credential">
            <Lines count={4} />
          </Panel>
        )}
        {asked && polled.state === 'failed' && (
          <ServeProblem error={polled.error} url={asked} retry={refresh} />
        )}
        {asked && polled.state === 'ready' && (
          <ServeAnswerPanel answer={polled.value} />
        )}
      </div>
    </>
  );
}
