import type { Sandbox } from '../../core/Sandbox';
import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Account, App, Installation, Repository } from '../../core/state';
import type { EventKind } from '../eventCatalogue';

interface Concerned {
  app: App;
  installation: Installation;
}

/** The installations that hear of an event. */
export function appsConcerned(options: {
  sandbox: Sandbox;
  event: SandboxEvent;
  name: string;
  kind: EventKind;
  account: Account | undefined;
  repository: Repository | undefined;
}): Concerned[] {
  const { sandbox, event, name, kind, account, repository } = options;
  const { state } = sandbox;
  if (!kind.app || !account) return [];
  if ('installation' in event) {
    const app = state.apps.get(event.installation.appId);
    return app ? [{ app, installation: event.installation }] : [];
  }

  const { app: demanded } = kind;
  return state.installations
    .by('account', account.id)
    .filter(
      installation =>
        !installation.suspendedAt &&
        (!repository ||
          installation.repositorySelection === 'all' ||
          installation.repositoryIds.includes(repository.id)) &&
        (demanded === 'always' ||
          (installation.permissions[demanded.permission] !== undefined &&
            subscribes({ installation, event, name }))),
    )
    .flatMap(installation => {
      const app = state.apps.get(installation.appId);
      return app ? [{ app, installation }] : [];
    });
}

/**
 * Apps subscribe to events by their settings. What asks an App to check again goes to the App whose check it is, without a
 * subscription: https://docs.github.com/webhooks/webhook-events-and-payloads#check_suite
 */
function subscribes(options: {
  installation: Installation;
  event: SandboxEvent;
  name: string;
}): boolean {
  const { installation, event, name } = options;
  if (event.name === 'check_suite' && event.action !== 'completed') {
    return isOwnCheck(installation, event.checkSuite.appId);
  }
  if (
    event.name === 'check_run' &&
    (event.action === 'rerequested' || event.action === 'requested_action')
  ) {
    return isOwnCheck(installation, event.checkRun.appId);
  }
  return installation.events.includes(name);
}

function isOwnCheck(installation: Installation, appId: number) {
  return (
    installation.appId === appId && installation.permissions.checks === 'write'
  );
}
