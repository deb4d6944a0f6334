import { issueToken } from '../../access/issueToken';
import type { Permissions, Token } from '../../core/state';
import { checkBody } from '../check/checkBody';
import {
  isDuration,
  isObject,
  isOneOf,
  isRecordOf,
  isText,
  isTexts,
} from '../check/checks';
import type { ControlRoute } from '../ControlRoute';
import { tokenValues } from '../tokens/tokenValues';

/** What a request for a token may say. */
export interface TokenBody {
  kind: Token['kind'];
  user?: string;
  scopes?: string[];
  permissions?: Permissions;
  /** `owner/name` */
  repositories?: string[];
  owner?: string;
  app?: string;
  expiresIn?: string | number;
  ssoAuthorised?: string[];
}

const isTokenBody = isObject({
  required: {
    kind: isOneOf([
      'classic',
      'fineGrained',
      'oauth',
      'userToServer',
      'installation',
    ]),
  },
  optional: {
    user: isText,
    scopes: isTexts,
    permissions: isRecordOf(isOneOf(['read', 'write', 'admin'])),
    repositories: isTexts,
    owner: isText,
    app: isText,
    expiresIn: isDuration,
    ssoAuthorised: isTexts,
  },
});

export const tokenRoutes: ControlRoute[] = [
  {
    method: 'POST',
    path: '/tokens',
    summary:
      'Makes a token of any kind: classic and oauth (user, scopes), fineGrained (user, owner, permissions, repositories), userToServer (user, app), installation (app, owner, permissions, repositories).',
    example:
      '{ "kind": "classic", "user": "mara", "scopes": ["repo"], "expiresIn": "PT1H", "ssoAuthorised": ["acme"] }',
    handle({ sandbox, body }) {
      const wanted = checkBody<TokenBody>({ body, check: isTokenBody });
      const { secret, token } = issueToken({
        sandbox,
        kind: wanted.kind,
        values: tokenValues({ sandbox, wanted }),
      });
      sandbox.changed();
      return {
        status: 201,
        body: {
          token: secret,
          id: token.id,
          kind: token.kind,
          expiresAt: token.expiresAt,
        },
      };
    },
  },
];
