import type { Context } from 'hono';
import { authorise, ssoPartialResults } from '../access';
import { rateResourceOf } from '../limits/rateResourceOf';
import type { Sandbox } from '../core/Sandbox';
import { admit } from './admit';
import { createUrls } from './createUrls';
import type { Env } from './Env';
import { errorAnswer } from './errorAnswer';
import { GitHubError, notFound } from './GitHubError';
import { readBody } from './readBody';
import { readPage } from './readPage';
import { renderAnswer } from './renderAnswer';
import { resolveSubject } from './resolveSubject';
import { credentialHeaders } from './responseHeaders';
import type { Answer, Route } from './Route';

/** Answers one REST request: credential, limits, subject, rights, handler, ETag. */
export async function answerRoute(options: {
  sandbox: Sandbox;
  route: Route;
  context: Context<Env>;
}): Promise<Response> {
  const { sandbox, route, context } = options;
  const enterprise = context.get('enterprise');
  context.get('entry').route = route.route;

  const admission = await admit({
    sandbox,
    context,
    resource: rateResourceOf(route.route),
  });
  if (admission.outcome === 'refused') return admission.response;
  const { viewer } = admission;
  const headers = {
    ...admission.headers,
    ...credentialHeaders({ viewer, access: route.access }),
  };

  try {
    // Hono has taken the escapes out of them.
    const params = context.req.param() as Record<string, string>;
    const urls = createUrls({ baseUrl: sandbox.baseUrl, enterprise });
    const subject = resolveSubject({ sandbox, viewer, route, params });
    if (subject.outcome === 'missing') throw notFound();
    if (subject.outcome === 'moved') {
      const rest = context.req.path.split(`/${params.owner}/${params.repo}`)[1];
      const url = `${urls.api}/repositories/${subject.repositoryId}${rest}`;
      throw new GitHubError({
        status: context.req.method === 'GET' ? 301 : 307,
        message: 'Moved Permanently',
        headers: { location: url },
      });
    }
    const { repository, owner, organisation } = subject;
    // Which scopes are accepted depends on whether the repository is public.
    Object.assign(
      headers,
      credentialHeaders({
        viewer,
        access: route.access,
        method: context.req.method,
        repository,
        organisation,
      }),
    );
    const refusal = authorise({
      sandbox,
      viewer,
      access: route.access ?? {},
      repository,
      organisation,
      method: context.req.method,
    });
    if (refusal) throw refusal;

    const call = {
      sandbox,
      viewer,
      params,
      query: new URL(context.req.url).searchParams,
      body: await readBody(context.req.raw, { asFile: route.takesFile }),
      headers: context.req.raw.headers,
      urls,
      method: context.req.method,
      page: readPage(new URL(context.req.url).searchParams),
    };
    const answer = (await (route.handle as (all: unknown) => unknown)({
      ...call,
      repository,
      owner,
      organisation,
    })) as Answer;
    // A list across organisations may leave out what needs single sign-on.
    const partial =
      route.on === 'anything' && answer.total !== undefined
        ? ssoPartialResults({ sandbox, viewer })
        : undefined;
    if (context.req.method !== 'GET') sandbox.changed();
    return renderAnswer({
      answer,
      call,
      context,
      headers: { ...headers, ...(partial && { 'x-github-sso': partial }) },
      onNotModified: admission.giveBack,
    });
  } catch (error) {
    if (error instanceof GitHubError) {
      return errorAnswer({ error, enterprise, headers });
    }
    throw error;
  } finally {
    admission.release();
  }
}
