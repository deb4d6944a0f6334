import { Link } from '@backstage/ui';
import {
  Ago,
  OutLink,
  StatusIcon,
  type ShownStatus,
} from '@callboard/page-parts';
import type {
  Station,
  StationId,
  Stations,
} from '@callboard/plugin-github-common';
import styles from './StationList.module.css';

const TITLES: Record<StationId, string> = {
  repository: 'Repository',
  registered: 'In the catalog',
  docs: 'Docs',
  build: 'First build',
  green: 'Green',
};

const LOOKS: Record<Station['state'], [ShownStatus, string]> = {
  waiting: ['waiting', 'Waiting'],
  running: ['running', 'Under way'],
  done: ['pass', 'Done'],
  failed: ['fail', 'Failed'],
  none: ['off', 'None'],
};

/** The stations in their order, each with what is so and where to look. */
export function StationList(props: {
  stations: Stations;
  /** The address of the tab of builds, where a run is shown without leaving the portal. */
  ciPath?: string;
}) {
  const { stations, ciPath } = props;
  return (
    <ol className={styles.list} aria-label="Stations" aria-live="polite">
      {stations.steps.map(({ id, state, at, words, link }) => {
        const [status, word] = LOOKS[state];
        return (
          <li key={id} className={styles.row} title={words}>
            <StatusIcon status={status} word={word} />
            <span className={styles.title}>{TITLES[id]}</span>
            <span className={styles.words}>
              {link ? (
                <StationLink link={hereOf({ link, ciPath })}>
                  {words}
                </StationLink>
              ) : (
                words
              )}
            </span>
            {at && (
              <span className={styles.at}>
                <Ago at={at} />
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** A path of the portal, or an address of GitHub; anything else is no link. */
function StationLink(props: { link: string; children: string }) {
  const { link, children } = props;
  if (/^https?:\/\//.test(link))
    return <OutLink href={link}>{children}</OutLink>;
  if (!/^\/(?!\/)/.test(link)) return <>{children}</>;
  return (
    <Link href={link} standalone className={styles.link}>
      {children}
    </Link>
  );
}

/** A run of GitHub Actions is shown by the portal itself; everything else is where it is. */
function hereOf(options: { link: string; ciPath?: string }): string {
  const { link, ciPath } = options;
  const run = /\/actions\/runs\/(\d+)/.exec(link)?.[1];
  return run && ciPath ? `${ciPath}?run=${run}` : link;
}
