import { type Context, Hono } from 'hono';
import type { Sandbox } from '../core/Sandbox';
import type { Env } from '../http/Env';
import { readBytes } from '../http/readBytes';
import { ControlError } from './ControlError';
import type { ControlRoute } from './ControlRoute';
import { controlRoutes } from './controlRoutes';
import { describeControl, describeControlAsText } from './describeControl';
import { matchesToken } from './matchesToken';
import { CONTROL } from './routes/requestRoutes';

/** Contents of files are the largest that a body has. */
const LARGEST = 100 * 1024 * 1024;

/**
 * The control API. Without a token it is not there; with one, only for those who send it. There are no CORS headers: no page of a browser
 * has business here.
 */
export function createControlRouter(options: {
  sandbox: Sandbox;
  controlToken: string | undefined;
}): Hono<Env> {
  const { sandbox, controlToken } = options;
  const router = new Hono<Env>();

  router.use('*', async (context, next) => {
    Object.assign(context.get('entry'), {
      route: CONTROL,
      credential: { kind: CONTROL },
    });
    if (!controlToken) return notThere(context);
    return matchesToken({
      authorization: context.req.header('authorization'),
      token: controlToken,
    })
      ? next()
      : context.json(
          {
            message:
              'This is the control API of the sandbox. Send its token as `Authorization: Bearer …`.',
          },
          401,
        );
  });
  router.get('/', context =>
    /text\/plain/.test(context.req.header('accept') ?? '')
      ? context.text(describeControlAsText())
      : context.json(describeControl()),
  );
  for (const route of controlRoutes) {
    router.on(route.method, route.path, context =>
      answer({ sandbox, route, context }),
    );
  }
  router.all('*', notThere);
  return router;
}

async function answer(options: {
  sandbox: Sandbox;
  route: ControlRoute;
  context: Context<Env>;
}): Promise<Response> {
  const { sandbox, route, context } = options;
  try {
    const { status = 200, body } = await route.handle({
      sandbox,
      params: context.req.param(),
      query: new URL(context.req.url).searchParams,
      body: await readJson(context.req.raw),
    });
    return context.json(body, status);
  } catch (error) {
    if (!(error instanceof ControlError)) throw error;
    const { message, problems, status } = error;
    return context.json({ message, problems }, status);
  }
}

async function readJson(request: Request): Promise<unknown> {
  const read = await readBytes({ request, most: LARGEST });
  if (read.outcome === 'tooLarge') {
    throw new ControlError({ status: 413, message: 'The body is too large' });
  }
  const text = read.bytes.toString();
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError({ message: 'The body is not JSON' });
  }
}

function notThere(context: Context<Env>) {
  return context.json({ message: 'Not Found' }, 404);
}
