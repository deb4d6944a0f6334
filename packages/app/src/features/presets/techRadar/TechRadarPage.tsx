import {
  TechRadarComponent,
  techRadarApiRef,
} from '@backstage-community/plugin-tech-radar';
import { Progress, ResponseErrorPanel } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import { SearchField } from '@backstage/ui';
import { useEffect, useRef, useState } from 'react';
import styles from './TechRadarPage.module.css';
import { useWidth } from './useWidth';

/** Below this the legend covers the radar: a narrower page scrolls. */
const MIN_WIDTH = 960;

/** The radar, as wide as the page, and a field that leaves only the entries with a word. */
export function TechRadarPage() {
  const api = useApi(techRadarApiRef);
  const [state, setState] = useState<'loading' | 'ready' | Error>('loading');
  const [searchText, setSearchText] = useState('');
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.max(useWidth(frame), MIN_WIDTH);

  // The component asks again, which the client answers from memory; left to itself it would show nothing in place of an error.
  useEffect(() => {
    api.load(undefined).then(() => setState('ready'), setState);
  }, [api]);

  return (
    <div className={styles.page}>
      {state === 'loading' && <Progress />}
      {state instanceof Error && <ResponseErrorPanel error={state} />}
      {state === 'ready' && (
        <SearchField
          className={styles.search}
          aria-label="Filter"
          placeholder="Filter"
          value={searchText}
          onChange={setSearchText}
        />
      )}
      <div ref={frame} className={styles.radar}>
        {state === 'ready' && (
          <TechRadarComponent
            width={width}
            height={Math.round(width * 0.55)}
            searchText={searchText}
            // The legend of the rings is drawn half below the edge.
            svgProps={{ style: { overflow: 'visible' } }}
          />
        )}
      </div>
    </div>
  );
}
