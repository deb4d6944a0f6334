import { useId, useState, type FormEvent } from 'react';
import { Button, ButtonLink } from '@backstage/ui';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  causeOf,
  Lines,
  Notice,
  Panel,
  useAction,
} from '@callboard/page-parts';
import { RiLock2Line } from '@remixicon/react';
import { connectionsApiRef } from '../api/ConnectionsApi';
import { useOverview } from '../page/OverviewContext';
import { StatusWords } from '../parts/StatusWords';
import { AppFields, type AppChoice } from './AppFields';
import { FeatureChoice } from './FeatureChoice';
import { isLocal } from './isLocal';
import { likelyOrganization } from './likelyOrganization';
import { rememberApp } from './pendingApps';
import { PermissionsPanel } from './PermissionsPanel';
import { permissionUnion } from './permissionUnion';
import { postManifest } from './postManifest';
import { whatIsMissing } from './whatIsMissing';
import styles from './NewAppSection.module.css';

/** What a new App is for decides what it may; GitHub makes it with one click and sends the browser back. */
export function NewAppSection() {
  const { overview } = useOverview();
  // What is chosen at first follows from the hosts, which a portal that has just started does not know yet.
  if (overview.checkedAt) return <NewAppForm />;
  return (
    <Panel title="New GitHub App">
      <p role="status">The portal is looking at its connections …</p>
      <Lines count={5} />
    </Panel>
  );
}

function NewAppForm() {
  const { overview, base } = useOverview();
  const api = useApi(connectionsApiRef);
  const baseUrl = useApi(configApiRef).getOptionalString('backend.baseUrl');
  const { features, mayManage, storedIn } = overview;
  const missingId = useId();
  const hosts = overview.hosts.filter(({ aliasOf }) => !aliasOf);
  const firstHost = hosts[0]?.host ?? 'github.com';
  const [choice, setChoice] = useState<AppChoice>({
    host: firstHost,
    owner: 'organization',
    organization: likelyOrganization(hosts[0]),
    name: '',
    webhook: !isLocal(baseUrl ?? '') || isLocal(hosts[0]?.webUrl ?? ''),
    keep: storedIn ? 'store' : 'show',
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(features.filter(f => f.on).map(f => f.id)),
  );
  const union = permissionUnion(features, chosen);
  const creation = useAction(async () => {
    const form = await api.createApp({
      host: choice.host.trim(),
      organization:
        choice.owner === 'organization'
          ? choice.organization.trim()
          : undefined,
      name: choice.name.trim() || undefined,
      features: [...chosen],
      webhook: choice.webhook,
    });
    rememberApp(form.state, { host: choice.host, keep: choice.keep });
    postManifest(form);
  });
  const missing = whatIsMissing({ choice, chosen });

  if (!mayManage) {
    return (
      <Panel title="New GitHub App">
        <Notice
          icon={<RiLock2Line size={20} />}
          title="You may look, but not change connections"
          action={
            <ButtonLink size="small" variant="secondary" href={base}>
              Back to the overview
            </ButtonLink>
          }
        >
          Creating an App needs the permission <code>connections.manage</code>.
          Ask an operator of the portal: those listed in{' '}
          <code>CALLBOARD_ADMINS</code>.
        </Notice>
      </Panel>
    );
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!missing) creation.run();
      }}
    >
      <p className={styles.intro}>
        The App is the portal’s own identity at GitHub, with exactly the
        permissions for what you choose. GitHub shows its own page next: press
        “Create” there, and it sends you back here with the App’s key.
      </p>
      <div className={styles.columns}>
        <div className={styles.main}>
          <AppFields
            choice={choice}
            hosts={hosts}
            storedIn={storedIn}
            onChange={setChoice}
          />
          <FeatureChoice
            features={features}
            chosen={chosen}
            onChange={setChosen}
          />
        </div>
        <div className={styles.side}>
          <PermissionsPanel rows={union} />
        </div>
      </div>
      <div className={styles.actions}>
        <Button
          type="submit"
          variant="primary"
          isPending={creation.isRunning}
          isDisabled={Boolean(missing)}
          aria-describedby={missing ? missingId : undefined}
        >
          Go to GitHub and create it
        </Button>
        <ButtonLink variant="secondary" href={base}>
          Cancel
        </ButtonLink>
        {missing && (
          <span id={missingId} className={styles.missing}>
            {missing}
          </span>
        )}
        <span aria-live="assertive">
          {creation.error && (
            <StatusWords status="fail">{causeOf(creation.error)}</StatusWords>
          )}
        </span>
      </div>
    </form>
  );
}
