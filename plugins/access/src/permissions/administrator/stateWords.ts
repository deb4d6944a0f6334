import type {
  AdministratorOutcome,
  AdministratorState,
} from '@callboard/plugin-access-common';

const NEW_LINK =
  'The portal prints a new one each time it starts, and so does the command callboard permissions administrator.';

/** What the page says, and what can be done. */
export function stateWords(options: {
  state?: AdministratorState['state'];
  /** Once the link was used. */
  outcome?: AdministratorOutcome['outcome'];
  token?: string;
}): { title: string; text: string; canConfirm: boolean; isDone: boolean } {
  const { state, outcome, token } = options;
  const say = (title: string, text: string) => ({
    ...{ title, text },
    canConfirm: false,
    isDone: false,
  });
  if (outcome === 'done') {
    return {
      ...say(
        'You administer this portal now',
        'Reload the page to see what is for administrators. Others get the role under Access, or by the configuration.',
      ),
      isDone: true,
    };
  }
  if (outcome === 'expired') {
    return say(
      'This link has expired',
      `It was good for 24 hours. ${NEW_LINK}`,
    );
  }
  if (outcome === 'invalid') {
    return say(
      'This link is not good any more',
      `It was used, or there is a newer one. ${NEW_LINK}`,
    );
  }
  if (state === 'yours') {
    return {
      ...say('You administer this portal', 'There is nothing left to do here.'),
      isDone: true,
    };
  }
  if (state === 'taken' || outcome === 'taken') {
    return say(
      'This portal has an administrator',
      'The link is for a portal that has none. Ask one of its administrators for the role.',
    );
  }
  if (state === 'guest') {
    return say(
      'A guest cannot administer the portal',
      'Sign in with an account, and open the link again.',
    );
  }
  if (!token) {
    return say(
      'This portal has no administrator yet',
      `Its first one is whoever opens the link that the portal prints when it starts. ${NEW_LINK}`,
    );
  }
  return {
    ...say(
      'This portal has no administrator yet',
      'Become the first one? You can then see and change how the portal runs, and give roles to others. It is recorded in the audit log.',
    ),
    canConfirm: true,
  };
}
