import { routePermissions } from '@callboard/plugin-github-common';
import type { PlannedCall } from '@callboard/plugin-scaffolder-common';
import type { GithubCall } from '../calls/GithubCall';
import type { RepositoryTarget } from '../calls/RepositoryTarget';

/** How a dry run shows a call. What it cannot know, such as the number of an issue that is not there yet, stays as `{issue_number}`. */
export function toPlannedCall(options: {
  call: GithubCall;
  target: RepositoryTarget;
  stepId: string;
}): PlannedCall {
  const { call, target, stepId } = options;
  const { route, parameters } = call;
  const [first, ...others] = routePermissions(route);
  const also = others.map(({ title }) => `It needs ${title}, too.`);
  const note = [call.note, ...also].filter(Boolean).join(' ');
  return {
    stepId,
    ...addressOf({ route, parameters, target }),
    ...(first && {
      permission: {
        name: first.permission,
        access: first.level,
        title: first.title,
      },
    }),
    ...(note && { note }),
  };
}

function addressOf(options: {
  route: string;
  parameters: Record<string, unknown>;
  target: RepositoryTarget;
}): Pick<PlannedCall, 'method' | 'url' | 'body'> {
  const { route, parameters, target } = options;
  const shown = Object.fromEntries(
    Object.entries(parameters).filter(([, value]) => value !== undefined),
  );
  if (route === 'git push') {
    return { method: route, url: `${target.url}.git`, body: shown };
  }
  const [method, template] = route.split(' ');
  const rest = { ...shown };
  const path = template.replace(/\{(\w+)\}/g, (whole, key) => {
    if (!(key in shown)) return whole;
    delete rest[key];
    return encodeURIComponent(String(shown[key]));
  });
  return {
    method,
    url: `${target.host.apiBaseUrl}${path}`,
    ...(method !== 'GET' && Object.keys(rest).length > 0 && { body: rest }),
  };
}
