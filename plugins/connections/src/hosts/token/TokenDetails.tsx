import { Ago, plural } from '@callboard/page-parts';
import type { TokenFacts } from '@callboard/plugin-connections-common';
import { Facts } from '../../parts/Facts';
import { Part } from '../../parts/Part';
import { StatusWords } from '../../parts/StatusWords';
import { LimitBars } from '../limits/LimitBars';
import { RotationNote } from './RotationNote';
import { ScopeList } from './ScopeList';
import { expiryWords } from './tokenVerdict';

const KINDS: Record<TokenFacts['kind'], string> = {
  classic: 'Classic: its scopes reach everything that its owner reaches',
  'fine-grained': 'Fine-grained: for chosen repositories and permissions',
  oauth: 'OAuth: made by signing in',
  server: 'Of an App’s installation',
  unknown: 'Of a kind that its prefix does not tell',
};

/** Everything about a token but the token. */
export function TokenDetails(props: { token: TokenFacts }) {
  const { token } = props;
  const { expiresAt, expiresInDays, firstSeenAt, ageDays } = token;
  return (
    <>
      <Facts
        facts={[
          [
            'State',
            <StatusWords status={token.status === 'valid' ? 'pass' : 'fail'}>
              {token.status === 'valid' ? 'GitHub takes it' : token.detail}
            </StatusWords>,
          ],
          ['Speaks for', token.owner],
          ['Kind', KINDS[token.kind]],
          ['Fingerprint', <code>{token.fingerprint}</code>],
          [
            'Comes from',
            token.from === 'stored' ? (
              'the data directory: it was rotated in'
            ) : (
              <code>{token.configKey ?? 'the configuration'}</code>
            ),
          ],
          [
            'Expires',
            expiresAt ? (
              <>
                {expiresInDays === undefined
                  ? 'on a date'
                  : expiryWords(expiresInDays)}
                : {new Date(expiresAt).toLocaleDateString()}
              </>
            ) : (
              'never, or GitHub did not tell'
            ),
          ],
          [
            'Known since',
            firstSeenAt && (
              <>
                <Ago at={firstSeenAt} />
                {ageDays !== undefined && ageDays > 0
                  ? ` (${plural(ageDays, 'day')})`
                  : ''}
              </>
            ),
          ],
          [
            'Not authorised',
            token.unauthorisedOrganisations.length > 0
              ? `for ${token.unauthorisedOrganisations.join(
                  ', ',
                )}: there, its owner has to authorise it for single sign-on`
              : undefined,
          ],
        ]}
      />
      <ScopeList token={token} />
      {token.rotation && <RotationNote rotation={token.rotation} />}
      <Part title="Limits">
        <LimitBars limits={token.rateLimits} />
      </Part>
    </>
  );
}
