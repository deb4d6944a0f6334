import { useApi } from '@backstage/frontend-plugin-api';
import { Lines, Notice, Panel, usePolled } from '@callboard/page-parts';
import type { EntityRepository } from '@callboard/plugin-github-common';
import { RiLock2Line } from '@remixicon/react';
import { activityApiRef } from '../activity/api/ActivityApi';
import { ActivityProblem } from '../activity/parts/ActivityProblem';
import { RepositoryGate } from '../activity/parts/RepositoryGate';
import { StaleLine } from '../activity/parts/StaleLine';
import { AlertPanel } from './AlertPanel';
import { codeRows, dependabotRows, secretRows } from './alertRows';

const EVERY_MS = 5 * 60_000;

/** Alerts of a component's repository: dependencies, code and secrets, each as far as GitHub has and tells them. */
export function SecurityTab() {
  return (
    <RepositoryGate title="Security">
      {(repository, entityRef) =>
        repository.may.alerts ? (
          <Alerts repository={repository} entityRef={entityRef} />
        ) : (
          <Panel title="Security">
            <Notice
              icon={<RiLock2Line size={20} />}
              title="Alerts are not shown to everybody"
            >
              {repository.may.whyNotAlerts}
            </Notice>
          </Panel>
        )
      }
    </RepositoryGate>
  );
}

function Alerts(props: { repository: EntityRepository; entityRef: string }) {
  const { repository, entityRef } = props;
  const api = useApi(activityApiRef);
  const { polled, refresh } = usePolled({
    key: entityRef,
    everyMs: EVERY_MS,
    load: signal => api.security({ entityRef, signal }),
  });
  if (polled.state !== 'ready') {
    return (
      <Panel title="Security">
        {polled.state === 'loading' ? (
          <Lines count={8} label="Reading the alerts" />
        ) : (
          <ActivityProblem
            what="the alerts"
            error={polled.error}
            retry={refresh}
          />
        )}
      </Panel>
    );
  }
  const { dependabot, code, secrets } = polled.value;
  const by = repository.served.title;
  return (
    <>
      {polled.outdated && <StaleLine error={polled.outdated} retry={refresh} />}
      <AlertPanel
        title="Dependencies"
        by={by}
        answer={dependabot}
        rowsOf={dependabotRows}
        openOf={({ open }) => open}
        none="No dependency is known to be vulnerable."
        moreUrl={`${repository.url}/security/dependabot`}
      />
      <AlertPanel
        title="Code"
        by={by}
        answer={code}
        rowsOf={codeRows}
        openOf={({ open }) => open}
        none="The last analysis found nothing that is open."
        moreUrl={`${repository.url}/security/code-scanning`}
      />
      <AlertPanel
        title="Secrets"
        by={by}
        answer={secrets}
        rowsOf={secretRows}
        openOf={({ open }) => open}
        none="No secret is known to lie in the repository."
        moreUrl={`${repository.url}/security/secret-scanning`}
      />
    </>
  );
}
