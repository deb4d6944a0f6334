import { RiSearchEyeLine } from '@remixicon/react';
import { Notice, OutLink, Panel } from '@callboard/page-parts';
import { useOverview } from '../page/OverviewContext';
import { exampleUrls } from './exampleUrls';
import styles from './ServeExamples.module.css';

/** What stands here before anything is asked: what this is, and addresses to try. */
export function ServeExamples() {
  const { overview, base } = useOverview();
  const examples = exampleUrls(overview.hosts);
  return (
    <Panel title="Which credential, and what it may do">
      <Notice
        icon={<RiSearchEyeLine size={20} />}
        title="A repository is served by the first credential that fits"
      >
        The App where it is installed, else a token, else nobody. The answer
        shows each one that was asked, why it does or does not serve, and what
        the one that serves may do there.
      </Notice>
      {examples.length > 0 && (
        <ul className={styles.examples} aria-label="Examples">
          <li className={styles.try} aria-hidden>
            Try:
          </li>
          {examples.map(url => (
            <li key={url}>
              <OutLink href={`${base}/serve?url=${encodeURIComponent(url)}`}>
                {url}
              </OutLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
