import { ButtonLink } from '@backstage/ui';
import { RiArrowRightUpLine } from '@remixicon/react';
import { OutLink, Panel, StatusIcon } from '@callboard/page-parts';
import type { AppCompletion } from '@callboard/plugin-connections-common';
import { useOverview } from '../page/OverviewContext';
import { AppConfig } from './AppConfig';
import { AppVariables } from './AppVariables';
import styles from './AppCreated.module.css';

/** What was made, what to do next and, where that was chosen, the values to put away. */
export function AppCreated(props: { app: AppCompletion }) {
  const { app } = props;
  const { base } = useOverview();
  return (
    <>
      {app.variables && <AppVariables variables={app.variables} />}
      {app.config && <AppConfig config={app.config} />}
      <Panel
        icon={<StatusIcon status="pass" />}
        title={`App ${app.name} is there`}
        facts={`App id ${app.appId}`}
        actions={<OutLink href={app.htmlUrl}>See it at GitHub</OutLink>}
      >
        <div className={styles.body} role="status">
          {app.file && (
            <p className={styles.text}>
              Its key is kept in <code>{app.file}</code>.
            </p>
          )}
          {app.next.length > 0 && (
            <>
              <h3 className={styles.label}>What to do next</h3>
              <ol className={styles.next}>
                {app.next.map(step => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </>
          )}
          <div className={styles.actions}>
            <ButtonLink
              variant="primary"
              href={app.installUrl}
              target="_blank"
              rel="noopener noreferrer"
              iconEnd={
                <RiArrowRightUpLine
                  size={14}
                  aria-label="(opens in a new tab)"
                />
              }
            >
              Install it
            </ButtonLink>
            <ButtonLink variant="secondary" href={base}>
              To the overview
            </ButtonLink>
          </div>
        </div>
      </Panel>
    </>
  );
}
