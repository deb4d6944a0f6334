import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import { usePermission } from '@backstage/plugin-permission-react';
import {
  taskCreatePermission,
  templateDryRunPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  scaffolderApiRef,
  useTemplateSecrets,
} from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
import { Button } from '@backstage/ui';
import { RiErrorWarningLine, RiEyeLine } from '@remixicon/react';
import { Lines, Notice, Panel, useAction } from '@callboard/page-parts';
import { refusalWords } from '../wizard/refusalWords';
import { DryRunView } from './DryRunView';
import { plannable, type UnreachableStep } from './plannable';
import { readDryRun } from './readDryRun';
import styles from './DryRunPanel.module.css';

/** What a run with these values would do, without doing it: files, calls with the permission that each needs, and what nobody can tell. */
export function DryRunPanel(props: { template: Entity; values: JsonObject }) {
  const { template, values } = props;
  const scaffolderApi = useApi(scaffolderApiRef);
  const integrations = useApi(scmIntegrationsApiRef);
  const { secrets } = useTemplateSecrets();
  const mayRun = usePermission({ permission: taskCreatePermission });
  const mayTry = usePermission({ permission: templateDryRunPermission });
  const trial = useAction(async () => {
    const plan = plannable({
      template,
      resolveUrl: one => integrations.resolveUrl(one),
    });
    const answer = await scaffolderApi.dryRun({
      template: plan.template,
      values,
      secrets,
      directoryContents: [],
    });
    return { ...readDryRun(answer), unreachable: plan.unreachable };
  });

  if (mayRun.loading || mayTry.loading) return null;
  if (!mayRun.allowed || !mayTry.allowed) {
    return (
      <p className={styles.forbidden}>
        What it would do is shown to those with the permission{' '}
        <code>scaffolder.template.dry-run</code>; those who run the portal grant
        it.
      </p>
    );
  }
  return (
    <div className={styles.panel}>
      <Panel
        title="What it would do"
        icon={<RiEyeLine size={16} aria-hidden />}
        actions={
          <Button
            size="small"
            variant="secondary"
            isPending={trial.isRunning}
            onPress={() => trial.run()}
          >
            {trial.result || trial.error ? 'Look again' : 'Show it'}
          </Button>
        }
      >
        {!trial.isRunning && !trial.error && !trial.result && (
          <Notice icon={<RiEyeLine size={20} />} title="A dry run">
            Renders the files and lists the calls that would be made, with the
            permission that each needs. Nothing is made and nobody is called.
          </Notice>
        )}
        {trial.isRunning && <Lines count={4} label="Trying it" />}
        {!trial.isRunning && trial.error && (
          <Notice
            role="alert"
            icon={<RiErrorWarningLine size={20} />}
            title="The dry run did not get to its end"
          >
            {refusalWords(trial.error)}
            {localFiles(template) &&
              ' The template was registered from a file of the server, where a dry run cannot read the files beside it.'}
          </Notice>
        )}
        {!trial.isRunning && trial.result && (
          <DryRunView
            dryRun={trial.result}
            unreachable={trial.result.unreachable as UnreachableStep[]}
          />
        )}
      </Panel>
    </div>
  );
}

function localFiles(template: Entity): boolean {
  return Boolean(
    template.metadata.annotations?.[
      'backstage.io/managed-by-location'
    ]?.startsWith('file:'),
  );
}
