import { permissionName } from '@callboard/plugin-github-node';
import type { Explainer } from './Explainer';

const CONNECTIONS = { link: '/connections', linkTitle: 'Connections' };

/** The credential is not there, is not taken, or may not do it. */
export const accessCause: Explainer = ({ facts }) => {
  const { message, names, status, header, request } = facts;
  const accepted = header('x-accepted-github-permissions');
  if (
    (status === 403 && accepted) ||
    /Resource not accessible by (integration|personal access token)/i.test(
      message,
    )
  ) {
    return missing({ accepted, request });
  }
  if (
    /is not installed|no App is installed|App .* not installed|No (token|credentials) available for|No token is configured that could serve/i.test(
      message,
    )
  ) {
    return {
      code: 'not-installed',
      title: 'No credential of the portal reaches this owner or repository',
      remedy:
        'Install the App there, or give it the repository. Connections tells, for a URL, which credential serves and why others do not.',
      link: '/connections/serve',
      linkTitle: 'Who serves this?',
    };
  }
  if (
    status === 401 ||
    names.includes('AuthenticationError') ||
    /bad credentials|invalid (user )?token|token (has )?expired|401 Unauthorized/i.test(
      message,
    )
  ) {
    return {
      code: 'credential-gone',
      title: 'The credential of this step is not valid any more',
      remedy:
        'If it is your own sign-in, sign in again and retry from this step. If it is one of the portal, an operator renews it under Connections.',
      ...CONNECTIONS,
    };
  }
  if (names.includes('NotAllowedError')) {
    return {
      code: 'not-permitted',
      title: 'You may not do what this step does',
      remedy:
        'Ask an administrator of the portal for the permission that the step names, then retry from this step.',
      link: '/access',
      linkTitle: 'Roles and permissions',
    };
  }
  if (status === 403) {
    return {
      code: 'not-permitted',
      title: request
        ? `${request} was refused`
        : 'The other side refused what this step does',
      remedy:
        'A rule of the organisation, or the rights of the credential, forbid it. Ask an owner of the organisation.',
      ...CONNECTIONS,
    };
  }
  return undefined;
};

/** Named as GitHub names it; of several that would do, the first. */
function missing(options: { accepted?: string; request?: string }) {
  const [permission, level] =
    options.accepted?.split(/[;,]/)[0].trim().split('=') ?? [];
  const named =
    permission && level
      ? `${permissionName(permission).title}: ${level}`
      : undefined;
  return {
    code: 'permission-missing' as const,
    title: named
      ? `The credential of this step lacks the permission "${named}"`
      : 'The credential of this step lacks a permission',
    remedy:
      'An owner of the organisation grants it to the App, or to the token, on GitHub. Then retry from this step.',
    ...(named && { permission: named }),
    ...CONNECTIONS,
    linkTitle: 'What the App has and lacks',
  };
}
