import { plural } from '@callboard/page-parts';
import type { AppFacts } from '@callboard/plugin-connections-common';
import { WordList } from '../WordList';
import { CredentialRow } from '../CredentialRow';
import { appName } from '../credentialNames';
import { AppDetails } from './AppDetails';
import { appVerdict } from './appVerdict';

const SHOWN_ACCOUNTS = 3;

/** One App on one line, its key, installations, permissions, webhook and limits below it when it is open. */
export function AppRow(props: { app: AppFacts }) {
  const { app } = props;
  const { status, words } = appVerdict(app);
  const accounts = app.installations.map(({ account }) => account);
  return (
    <CredentialRow
      kind="App"
      kindHint="A GitHub App: the portal’s own identity at GitHub, with a key and short-lived tokens"
      name={appName(app).replace(/^App /, '')}
      status={status}
      facts={
        <>
          {accounts.length > 0 && (
            <span title={accounts.join(', ')}>
              {accounts.length <= SHOWN_ACCOUNTS
                ? `installed on ${accounts.join(', ')}`
                : `installed on ${plural(accounts.length, 'account')}`}
            </span>
          )}
          <WordList words={words} />
        </>
      }
    >
      <AppDetails app={app} />
    </CredentialRow>
  );
}
