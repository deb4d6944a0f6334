import { fingerprintOf } from '@callboard/plugin-github-node';
import type { SignInClient } from '../../facts/signIn/signInClients';
import { signInClients } from '../../facts/signIn/signInClients';
import type { InspectionContext } from '../../inspection/InspectionContext';
import type { Check, CheckInput, Finding } from '../Check';
import type { ObservedSignIn } from '../../seen/ObservedSignIns';
import { counted } from '../text/counted';
import { remembered } from '../remembered';
import { configuredCallbackProblem } from './configuredCallbackProblem';
import type { ClientProbe } from './probe/ClientProbe';
import { probeClient } from './probe/probeClient';

/** So many sign-ins in a row that report the same are no hint any more. */
const MOST_HINTS = 3;

type Judgement = Pick<Finding, 'status' | 'cause' | 'remedy'>;

/** Whether a sign-in comes back to the portal: client id, secret, and a callback URL that is the registered one to the last slash. */
export const callbackUrl: Check = {
  id: 'callback-url',
  group: 'sign-in',
  title: 'Sign-in comes back to the portal',
  run: async ({ context, hosts, asked, signal }) =>
    Promise.all(
      signInClients({ config: context.config }).map(async client => {
        const { provider, environment, clientId, host } = client;
        const probe = await remembered({
          key: JSON.stringify([
            ...['client', provider, environment, clientId],
            client.callbackUrl,
            secretOf({ client, context }),
          ]),
          context,
          asked,
          find: () => probeClient({ client, context, signal }),
          isGood: ({ secret, callback, unreachable }) =>
            secret !== 'rejected' && callback !== 'mismatch' && !unreachable,
        });
        return {
          subject: `${provider}:${environment}`,
          host,
          check: `Sign-in with ${provider} comes back to the portal`,
          links: linksFor(client, hosts),
          ...judge({ client, probe, context }),
        };
      }),
    ),
};

/** The fingerprint of the client's secret, so that another one is asked about at once. */
function secretOf(options: {
  client: SignInClient;
  context: InspectionContext;
}): string | undefined {
  const { client, context } = options;
  const secret = context.config.getOptionalString(
    `${client.configKey}.clientSecret`,
  );
  return secret && fingerprintOf(secret);
}

function judge(options: {
  client: SignInClient;
  probe: ClientProbe;
  context: InspectionContext;
}): Judgement {
  const { client, probe, context } = options;
  const expected = client.callbackUrl;
  const configured = configuredCallbackProblem({
    client,
    config: context.config,
  });
  if (configured) return { status: 'fail', ...configured };
  if (probe.secret === 'rejected') {
    return {
      status: 'fail',
      cause: `${client.provider} does not take the client ${client.clientId} with its secret (${probe.detail}).`,
      remedy: `Compare ${client.configKey}.clientId with the page of the client, and generate a new client secret there for clientSecret.`,
    };
  }
  const mismatch = mismatchOf({ client, probe, context });
  if (mismatch) {
    return {
      status: mismatch.status,
      cause: `${mismatch.cause} The portal sends ${expected}.`,
      remedy: `Register exactly ${expected} as callback URL (redirect URI) of the client: same scheme, host, port and path, without a slash at the end.${
        probe.callback === 'untold'
          ? ' Then sign in once: that is what shows that it is right.'
          : ''
      }`,
    };
  }
  if (probe.unreachable) {
    return {
      status: 'fail',
      cause: `The provider ${client.provider} cannot be asked from this machine: ${probe.unreachable}. A sign-in needs it to redeem its code.`,
      remedy: `See that this machine reaches the provider of ${client.configKey}: address, DNS, proxy, certificate authority.`,
    };
  }
  return {
    status: 'pass',
    cause: `The portal sends ${expected}; ${
      probe.callback === 'registered'
        ? 'it is registered'
        : 'the provider tells nobody whether it is registered before somebody signs in, and no sign-in has failed for it'
    }.${
      probe.secret === 'accepted' ? ' Client id and secret are believed.' : ''
    }`,
    remedy: '',
  };
}

/**
 * From the provider itself, else from what came back to the portal: GitHub reports a mismatch to the address that it knows. Nobody is signed
 * in at that moment, so that one report is a hint, and only several sign-ins without a good one between them are a failure.
 */
function mismatchOf(options: {
  client: SignInClient;
  probe: ClientProbe;
  context: InspectionContext;
}): Pick<Judgement, 'status' | 'cause'> | undefined {
  const { client, probe, context } = options;
  if (probe.callback === 'registered') return undefined;
  if (probe.callback === 'mismatch') {
    return {
      status: 'fail',
      cause: `redirect_uri_mismatch: ${
        probe.registered
          ? `registered is ${probe.registered}`
          : 'the provider knows another callback URL for this client'
      }.`,
    };
  }
  const seen = context.signIns?.list(client.provider) ?? [];
  const good = seen.findIndex(signIn => !isMismatch(signIn));
  const count = good < 0 ? seen.length : good;
  if (count === 0) return undefined;
  const [{ at, path, error }] = seen;
  const what =
    error === 'redirect_uri_mismatch'
      ? `redirect_uri_mismatch: the sign-in at ${at} was refused, and the refusal sent to ${path}, the path that is registered.`
      : `The sign-in at ${at} came back to ${path}: the registered URL has a slash at the end.`;
  return count < MOST_HINTS
    ? {
        status: 'warn',
        cause: `${what} That is a hint and no proof: people who are not signed in can send such a request. ${MOST_HINTS} sign-ins in a row count as a failure.`,
      }
    : {
        status: 'fail',
        cause: `${what} So did the ${counted(count - 1, 'sign-in')} before it.`,
      };
}

function isMismatch({ error, path }: ObservedSignIn): boolean {
  return error === 'redirect_uri_mismatch' || path.endsWith('/');
}

function linksFor(
  client: SignInClient,
  hosts: CheckInput['hosts'],
): Finding['links'] {
  const host = hosts.find(each => each.host === client.host);
  return host
    ? [
        {
          title: 'OAuth Apps at GitHub',
          href: `${host.webUrl}/settings/developers`,
        },
      ]
    : [];
}
