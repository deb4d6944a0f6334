import { requestApi } from './githubRequests';

const WITHIN_MS = 3_000;
const MOST = 20;

/** An organisation that shows itself to a token only after single sign-on, and where the person authorises it. */
export interface SamlBarrier {
  organisation: string;
  href: string;
}

/**
 * Asks with a person's token for each organisation, all at once and for at most three seconds. GitHub tells by the header `X-GitHub-SSO` that
 * the token is not authorised: https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api#authenticating-with-a-token-generated-by-an-app
 * A link leads to the same GitHub, whatever the header says.
 */
export async function samlBarriers(options: {
  webUrl: string;
  apiUrl: string;
  accessToken: string;
  organisations: string[];
}): Promise<{
  barriers: SamlBarrier[];
  /** Organisations that it could not be found out about. */
  unanswered: string[];
}> {
  const { webUrl, apiUrl, accessToken, organisations } = options;
  const signal = AbortSignal.timeout(WITHIN_MS);
  const asked = organisations.slice(0, MOST);
  const answers = await Promise.allSettled(
    asked.map(async (organisation): Promise<SamlBarrier[]> => {
      const name = encodeURIComponent(organisation);
      const response = await requestApi({
        url: `${apiUrl}/orgs/${name}/members?per_page=1`,
        accessToken,
        signal,
      });
      await response.body?.cancel();
      const header = response.headers.get('x-github-sso');
      if (!header && (response.status >= 500 || response.status === 429)) {
        throw new Error(`${organisation} answered ${response.status}`);
      }
      return header
        ? [
            {
              organisation,
              href: ownUrl({ header, webUrl }) ?? `${webUrl}/orgs/${name}/sso`,
            },
          ]
        : [];
    }),
  );
  return {
    barriers: answers.flatMap(answer =>
      answer.status === 'fulfilled' ? answer.value : [],
    ),
    unanswered: asked.filter(
      (_, index) => answers[index].status === 'rejected',
    ),
  };
}

function ownUrl(options: {
  header: string;
  webUrl: string;
}): string | undefined {
  const url = /^required;\s*url=(\S+)$/.exec(options.header)?.[1];
  if (!url || !URL.canParse(url)) return undefined;
  return new URL(url).origin === new URL(options.webUrl).origin
    ? url
    : undefined;
}
