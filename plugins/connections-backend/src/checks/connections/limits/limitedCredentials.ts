import type { CheckInput, Finding } from '../../Check';
import { appTitle } from '../../text/appTitle';
import { tokenTitle } from '../../text/tokenTitle';

/** Credentials that a limit keeps silent, for where no number shows which. */
export function limitedCredentials(options: {
  host: CheckInput['hosts'][number];
}): Finding[] {
  const { host, apps, tokens } = options.host;
  const limited = [
    ...apps
      .filter(({ key }) => key.status === 'limited')
      .map(app => ({
        subject: app.credentialId,
        who: appTitle(app),
        cause: app.key.detail,
      })),
    ...tokens
      .filter(({ status }) => status === 'limited')
      .map(token => ({
        subject: token.credentialId,
        who: tokenTitle(token),
        cause: token.detail,
      })),
  ];
  return limited.map(({ subject, who, cause }) => ({
    subject,
    host,
    check: `The limits leave room for ${who}`,
    status: 'fail',
    cause,
    remedy:
      'It goes on by itself. "Spent in the last hour" on the page of connections says by whom.',
  }));
}
