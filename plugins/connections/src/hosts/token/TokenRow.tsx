import { useState } from 'react';
import { Button } from '@backstage/ui';
import type { TokenFacts } from '@callboard/plugin-connections-common';
import { useOverview } from '../../page/OverviewContext';
import { CredentialRow } from '../CredentialRow';
import { tokenName } from '../credentialNames';
import { WordList } from '../WordList';
import { RotateDialog } from './RotateDialog';
import { TokenDetails } from './TokenDetails';
import { tokenVerdict } from './tokenVerdict';

/** One token on one line, with the button that puts another in its place. */
export function TokenRow(props: {
  token: TokenFacts;
  host: string;
  isOneOfSeveral: boolean;
}) {
  const { token, host, isOneOfSeveral } = props;
  const { overview } = useOverview();
  const [isRotating, setRotating] = useState(false);
  const { status, words } = tokenVerdict(token);
  return (
    <>
      <CredentialRow
        kind="Token"
        kindHint="A personal access token: the portal speaks for the person who made it"
        name={tokenName(token).replace(/^token /, '')}
        status={status}
        facts={
          <>
            {token.owner && <span>of {token.owner}</span>}
            <WordList words={words} />
          </>
        }
        actions={
          overview.mayManage && (
            <Button
              size="small"
              variant="secondary"
              aria-haspopup="dialog"
              onPress={() => setRotating(true)}
            >
              Rotate
            </Button>
          )
        }
      >
        <TokenDetails token={token} />
      </CredentialRow>
      {isRotating && (
        <RotateDialog
          token={token}
          host={host}
          replaces={isOneOfSeveral ? token.fingerprint : undefined}
          onClose={() => setRotating(false)}
        />
      )}
    </>
  );
}
