import type { RootGithubService } from '@callboard/plugin-github-node';
import { z } from 'zod';

const text = z.string().min(1);

/** What GitHub answers for the code of a manifest: the App, and its secrets for the only time. */
const convertedApp = z.object({
  id: z.number().int().positive(),
  slug: text,
  name: text,
  html_url: z.url({ protocol: /^https?$/ }),
  client_id: text,
  client_secret: text,
  webhook_secret: z.string().nullish(),
  pem: text,
});

export type ConvertedApp = z.infer<typeof convertedApp>;

export type Conversion =
  | { outcome: 'converted'; app: ConvertedApp }
  /** Older than an hour, used already, or not one of this GitHub's. */
  | { outcome: 'code-unknown' }
  | { outcome: 'refused'; status: number; message: string }
  /** No answer, one that says to try again, or one that is not GitHub's. The code is still good, as far as one can tell. */
  | { outcome: 'unreachable'; message: string };

/**
 * Turns the code that GitHub sent the browser back with into the App. It works once, and without a credential.
 * https://docs.github.com/en/rest/apps/apps#create-a-github-app-from-a-manifest
 */
export async function convertCode(options: {
  code: string;
  /** Of the GitHub, as people look at it. */
  webUrl: string;
  github: Pick<RootGithubService, 'forPlugin'>;
}): Promise<Conversion> {
  const { code, webUrl, github } = options;
  const client = await github.forPlugin('connections').client({
    url: webUrl,
    as: { anonymous: true },
    priority: 'person',
    // The code works once: a second try after a lost answer would only say that it is gone.
    retries: 0,
  });
  try {
    const { data } = await client.request(
      'POST /app-manifests/{code}/conversions',
      { code },
    );
    const read = convertedApp.safeParse(data);
    return read.success
      ? { outcome: 'converted', app: read.data }
      : { outcome: 'unreachable', message: whatIsWrong(read.error) };
  } catch (error) {
    const { status, response } = error as {
      status?: number;
      response?: { data?: { message?: unknown } };
    };
    const message = String(
      response?.data?.message ?? (error as Error).message,
    ).replaceAll(code, '***');
    if (!response || !status || status >= 500 || status === 429) {
      return { outcome: 'unreachable', message };
    }
    return status === 404
      ? { outcome: 'code-unknown' }
      : { outcome: 'refused', status, message };
  }
}

/** Names fields and quotes nothing: what has one field wrong may hold the secrets of an App. */
function whatIsWrong(error: z.ZodError): string {
  const fields = error.issues.map(({ path }) => path.join('.'));
  return `the answer is not one of GitHub's API (${
    fields.some(Boolean)
      ? `missing or wrong: ${[...new Set(fields)].join(', ')}`
      : 'it is no JSON'
  }); check apiBaseUrl, and whether a proxy stands between`;
}
