import { ProbeError } from './ProbeError';

/** The body of a good answer as JSON. Throws for any other; a credential that is refused says so. */
export async function readAnswer<T>(options: {
  response: Response;
  /** What was asked, for messages: `GitLab`. */
  what: string;
  /** Where the credential is configured. */
  configKey: string;
}): Promise<T> {
  const { response, what, configKey } = options;
  const { status } = response;
  if (status === 401 || status === 403) {
    throw new ProbeError(
      `${what} refuses the credential (HTTP ${status}).`,
      `The credential in ${configKey} is wrong, has expired, or lacks rights. Make a new one there and put it in.`,
    );
  }
  if (!response.ok) {
    throw new ProbeError(
      `${what} answers with HTTP ${status}.`,
      `See that ${configKey} names the right address, and that the server is well.`,
    );
  }
  try {
    return (await response.json()) as T;
  } catch {
    throw new ProbeError(
      `${what} answers with something that is no JSON; perhaps a proxy or a sign-in page answers instead.`,
      `See that ${configKey} names the address of the API.`,
    );
  }
}
