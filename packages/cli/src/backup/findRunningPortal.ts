const LIVENESS_PATH = '/.backstage/health/v1/liveness';
const TIMEOUT_MS = 2000;

/** The address of a portal that answers on this machine, if one does. Another program on the port is no portal. */
export async function findRunningPortal(options: {
  host?: string;
  port: number;
}): Promise<string | undefined> {
  const { host, port } = options;
  const everywhere = !host || host === '0.0.0.0' || host === '::';
  const address = everywhere ? '127.0.0.1' : host;
  const url = `http://${
    address.includes(':') ? `[${address}]` : address
  }:${port}`;
  try {
    const response = await fetch(`${url}${LIVENESS_PATH}`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body = (await response.json()) as { status?: string };
    return response.ok && body.status === 'ok' ? url : undefined;
  } catch {
    return undefined;
  }
}
