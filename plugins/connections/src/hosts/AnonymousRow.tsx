import type { GithubHostFacts } from '@callboard/plugin-connections-common';
import { CredentialRow } from './CredentialRow';
import { LimitBars } from './limits/LimitBars';

/** Requests that go out without a credential. */
export function AnonymousRow(props: {
  anonymous: NonNullable<GithubHostFacts['anonymous']>;
}) {
  return (
    <CredentialRow
      kind="Nobody"
      kindHint="Requests without a credential"
      name="Without a credential"
      status="off"
      facts="Public repositories only. GitHub counts these by the portal’s address."
    >
      <LimitBars limits={props.anonymous.rateLimits} />
    </CredentialRow>
  );
}
