import type { Sandbox } from '../../core/Sandbox';
import type { SandboxEvent } from '../../core/events/SandboxEvent';
import { appsConcerned } from './appsConcerned';
import { eventCatalogue } from '../eventCatalogue';
import { appRecipient, hookRecipient, type Recipient } from './Recipient';
import { subjectOf } from './subjectOf';

/**
 * Who hears of an event: hooks of the repository, hooks of the organisation that owns it, and Apps that are installed for it, subscribe
 * to the event and have the permission. `name` is the event's name in the payload, which may be another than the event's own (`watch`).
 */
export function findRecipients(options: {
  sandbox: Sandbox;
  event: SandboxEvent;
  name: string;
}): Recipient[] {
  const { sandbox, event, name } = options;
  if (event.name === 'ping') return [hookRecipient({ hook: event.hook })];
  const kind = eventCatalogue[name];
  if (!kind) return [];

  const { account, repository } = subjectOf({ sandbox, event });
  const { hooks } = sandbox.state;
  const subscribed = [
    ...(kind.repository && repository
      ? hooks.by('target', `repository:${repository.id}`)
      : []),
    ...(kind.organisation && account?.kind === 'organisation'
      ? hooks.by('target', `organisation:${account.id}`)
      : []),
  ].filter(
    hook =>
      hook.active && (hook.events.includes('*') || hook.events.includes(name)),
  );
  return [
    ...subscribed.map(hook => hookRecipient({ hook })),
    ...appsConcerned({
      sandbox,
      event,
      name,
      kind,
      account,
      repository,
    }).flatMap(concerned => appRecipient(concerned) ?? []),
  ];
}
