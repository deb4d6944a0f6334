import { OutLink, Panel, StatusIcon } from '@callboard/page-parts';
import type { GithubHostFacts } from '@callboard/plugin-connections-common';
import { AnonymousRow } from './AnonymousRow';
import { AppRow } from './app/AppRow';
import { CredentialOrder } from './CredentialOrder';
import { SpentRow } from './limits/SpentRow';
import { SignInRow } from './signIn/SignInRow';
import { TokenRow } from './token/TokenRow';
import styles from './HostPanel.module.css';

/** One GitHub: who the portal is there, in the order in which credentials are asked, and whom people sign in through. */
export function HostPanel(props: {
  host: GithubHostFacts;
  /** Other names of the same server. */
  aliases?: GithubHostFacts[];
}) {
  const { host, aliases = [] } = props;
  const { apps, tokens, anonymous, spenders, clockSkewSeconds } = host;
  const signIn = [host, ...aliases].flatMap(each => each.signIn);

  return (
    <Panel
      icon={<StatusIcon status={host.status} />}
      title={host.title}
      facts={
        <span title={`From ${host.configKey}. API: ${host.apiBaseUrl}`}>
          {host.title === host.host ? '' : `${host.host} · `}
          from <code>{host.configKey}</code>
        </span>
      }
      actions={<OutLink href={host.webUrl}>Open</OutLink>}
    >
      <CredentialOrder host={host} />
      <h3 className={styles.label}>The portal’s own calls</h3>
      <div className={styles.rows}>
        {apps.map(app => (
          <AppRow key={app.credentialId} app={app} />
        ))}
        {tokens.map(token => (
          <TokenRow
            key={token.credentialId}
            token={token}
            host={host.host}
            isOneOfSeveral={tokens.length > 1}
          />
        ))}
        {anonymous && <AnonymousRow anonymous={anonymous} />}
        {spenders.length > 0 && <SpentRow spenders={spenders} host={host} />}
      </div>
      {signIn.length > 0 && (
        <>
          <h3 className={styles.label}>
            People signing in{' '}
            <span className={styles.hint}>
              A client of its own: it serves none of the calls above.
            </span>
          </h3>
          <div className={styles.rows}>
            {signIn.map(client => (
              <SignInRow
                key={`${client.provider} ${client.environment}`}
                client={client}
              />
            ))}
          </div>
        </>
      )}
      {clockSkewSeconds !== undefined && Math.abs(clockSkewSeconds) >= 5 && (
        <p className={styles.note}>
          This machine’s clock is {Math.round(Math.abs(clockSkewSeconds))}{' '}
          seconds {clockSkewSeconds > 0 ? 'ahead of' : 'behind'} GitHub’s.
        </p>
      )}
      {aliases.map(alias => (
        <p key={alias.host} className={styles.note}>
          {alias.host} stands for {host.host} here: it is the same server, with
          the same credentials.
        </p>
      ))}
    </Panel>
  );
}
