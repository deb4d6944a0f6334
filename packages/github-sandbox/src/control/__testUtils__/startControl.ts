import { createApp } from '../../createApp';
import { startTestSandbox } from '../../testing/startTestSandbox';

/** A test sandbox whose control API answers to `control-token`. */
export async function startControl(options: { controlToken?: string } = {}) {
  const { controlToken = 'control-token' } = options;
  const sandbox = await startTestSandbox();
  const app = createApp({
    sandbox: sandbox.sandbox,
    controlToken: controlToken || undefined,
    onError: error => sandbox.errors.push(error),
  });
  return {
    ...sandbox,
    /** Calls the API under `/_sandbox`. */
    async control(
      route: string,
      more: { body?: unknown; headers?: Record<string, string> } = {},
    ) {
      const [method, target = ''] = route.split(/ (.*)/);
      const response = await app.request(`http://localhost/_sandbox${target}`, {
        method,
        headers: {
          host: 'localhost',
          authorization: 'Bearer control-token',
          ...more.headers,
        },
        body:
          typeof more.body === 'string' || more.body === undefined
            ? more.body
            : JSON.stringify(more.body),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json');
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson ? JSON.parse(text) : undefined,
      };
    },
  };
}
