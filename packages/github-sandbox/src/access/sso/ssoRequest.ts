import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, Token } from '../../core/state';
import { signText, verifyText } from '../signText';

const VALID_MS = 60 * 60 * 1000;
const PURPOSE = 'sso';

/** The `authorization_request` of an address where a token is authorised: names the token, signed, valid for an hour. */
export const ssoRequest = {
  make(options: {
    sandbox: Sandbox;
    token: Token;
    organisation: Organisation;
  }): string {
    const { sandbox, token, organisation } = options;
    const until = sandbox.clock.now().getTime() + VALID_MS;
    return signText({
      sandbox,
      purpose: PURPOSE,
      text: `${token.id}.${organisation.id}.${until}`,
    });
  },

  /** The token that it names, for this organisation; undefined when it is not genuine, too old, or the token has ended. */
  read(options: {
    sandbox: Sandbox;
    organisation: Organisation;
    request: string;
  }): Token | undefined {
    const { sandbox, organisation, request } = options;
    const text = verifyText({ sandbox, purpose: PURPOSE, signed: request });
    const [tokenId, organisationId, until] = (text ?? '')
      .split('.')
      .map(Number);
    const token = sandbox.state.tokens.get(tokenId);
    return organisationId === organisation.id &&
      until > sandbox.clock.now().getTime() &&
      token?.revokedAt === null
      ? token
      : undefined;
  },
};
