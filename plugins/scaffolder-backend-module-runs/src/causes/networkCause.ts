import type { Explainer } from './Explainer';

const CODES =
  /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|UND_ERR_\w+|CERT_\w+|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;

/** No answer, or one that only says that the other side is not well. */
export const networkCause: Explainer = ({ facts }) => {
  const { codes, message, status, names } = facts;
  const code = codes.find(each => CODES.test(each));
  const isDown = status !== undefined && status >= 500;
  if (
    !code &&
    !isDown &&
    !/fetch failed|socket hang up|network error|getaddrinfo|certificate/i.test(
      message,
    )
  ) {
    return names.includes('ServiceUnavailableError') ? down() : undefined;
  }
  if (isDown) return down(status);
  return {
    code: 'network',
    title: `No connection to the other side${code ? ` (${code})` : ''}`,
    remedy:
      'See whether the host is reachable from the portal, also through its proxy, and retry from this step.',
    link: '/connections/checks',
    linkTitle: 'Tests of the connections',
  };
};

function down(status?: number) {
  return {
    code: 'network' as const,
    title: `The other side is not well${
      status ? `: it answers with status ${status}` : ''
    }`,
    remedy: 'Wait until it is well again, and retry from this step.',
    link: '/connections/checks',
    linkTitle: 'Tests of the connections',
  };
}
