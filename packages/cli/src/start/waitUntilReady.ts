const READINESS_PATH = '/.backstage/health/v1/readiness';
const INTERVAL_MS = 50;

/** Resolves once the portal reports that it is ready. A backend that fails to start ends the process by itself. */
export async function waitUntilReady(options: { url: string }): Promise<void> {
  for (;;) {
    const response = await fetch(`${options.url}${READINESS_PATH}`).catch(
      () => undefined,
    );
    if (response?.ok) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, INTERVAL_MS));
  }
}
