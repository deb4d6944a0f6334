import { checkBody } from '../check/checkBody';
import { isBoolean, isObject } from '../check/checks';
import type { ControlRoute } from '../ControlRoute';
import { organisationNamed } from '../named';

export const organisationRoutes: ControlRoute[] = [
  {
    method: 'PUT',
    path: '/organisations/:login',
    summary:
      'Whether an organisation demands a SAML sign-on: tokens that were not authorised for it then see nothing of it.',
    example: '{ "samlEnforced": true }',
    handle({ sandbox, params, body }) {
      const organisation = organisationNamed({ sandbox, login: params.login });
      const { samlEnforced } = checkBody<{ samlEnforced: boolean }>({
        body,
        check: isObject({ required: { samlEnforced: isBoolean } }),
      });
      organisation.samlEnforced = samlEnforced;
      sandbox.changed();
      return { body: { login: organisation.login, samlEnforced } };
    },
  },
];
