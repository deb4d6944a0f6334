import { CopyButton, type ShownStatus } from '@callboard/page-parts';
import type {
  CheckResult,
  OauthFacts,
} from '@callboard/plugin-connections-common';
import { useOverview } from '../../page/OverviewContext';
import { Facts } from '../../parts/Facts';
import { CredentialRow } from '../CredentialRow';
import styles from './SignInRow.module.css';

/** The OAuth client that people sign in through. */
export function SignInRow(props: { client: OauthFacts }) {
  const { provider, environment, clientId, callbackUrl, scopes } = props.client;
  const { checks } = useOverview().overview;
  return (
    <CredentialRow
      kind="Sign-in client"
      kindHint="An OAuth client: people sign in through it. It is neither the App nor a token."
      name={provider}
      status={signInStatus(checks)}
      facts={`client ${clientId}`}
    >
      <Facts
        facts={[
          ['Provider', provider],
          ['Environment', environment],
          ['Client id', <code>{clientId}</code>],
          [
            'Callback URL',
            <span className={styles.callback}>
              <code>{callbackUrl}</code>
              <CopyButton text={callbackUrl} label="the callback URL" />
            </span>,
          ],
          ['Scopes', scopes.join(', ') || 'those that signing in needs'],
        ]}
      />
      <p className={styles.note}>
        GitHub compares the callback URL to the letter, a slash at its end
        included.
      </p>
    </CredentialRow>
  );
}

/** A client of its own has no facts that tell how it does; the tests of signing in do. */
function signInStatus(checks: CheckResult[]): ShownStatus {
  const statuses = checks
    .filter(({ group }) => group === 'sign-in')
    .map(({ status }) => status);
  if (statuses.length === 0) return 'off';
  if (statuses.includes('fail')) return 'fail';
  return statuses.includes('warn') ? 'warn' : 'pass';
}
