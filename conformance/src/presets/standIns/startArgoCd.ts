import type { IApplication } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import type { IApplicationList } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/ApplicationList';
import { json, startStandIn, type StandIn } from './startStandIn';

/** What a session hands out. */
const SESSION = 'session-of-argo-cd';

const application: IApplication = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: {
    name: 'web',
    namespace: 'argocd',
    uid: '7f0e6a8e-0000-4000-8000-000000000001',
    labels: { team: 'core' },
  },
  spec: {
    project: 'default',
    source: {
      repoURL: 'https://git.example.org/shop/web.git',
      path: 'deploy',
      targetRevision: 'HEAD',
    },
    destination: {
      server: 'https://kubernetes.default.svc',
      namespace: 'shop',
    },
  },
  status: {
    health: { status: 'Healthy' },
    sync: {
      status: 'Synced',
      revision: '0123456789abcdef0123456789abcdef01234567',
      comparedTo: {
        source: { repoURL: 'https://git.example.org/shop/web.git' },
        destination: { server: 'https://kubernetes.default.svc' },
      },
    },
    history: [],
  },
};

/** An Argo CD with one application, `web`. It takes a token of its own, or a session of a local account. */
export async function startArgoCd(options: {
  token: string;
  username: string;
  password: string;
}): Promise<StandIn> {
  const { token, username, password } = options;
  return startStandIn({
    name: 'Argo CD',
    refuse: ({ url, headers }) => {
      const isKnown = [token, SESSION].some(
        each => headers.authorization === `Bearer ${each}`,
      );
      return isKnown || url.pathname === '/api/v1/session'
        ? undefined
        : error({ status: 401, code: 16, message: 'no session information' });
    },
    routes: {
      'POST /api/v1/session': ({ body }) => {
        const given = JSON.parse(body.toString());
        return given.username === username && given.password === password
          ? json({ token: SESSION })
          : error({
              status: 401,
              code: 16,
              message: 'Invalid username or password',
            });
      },
      'GET /api/v1/applications': ({ url }) => {
        const selector = url.searchParams.get('selector');
        return json<IApplicationList>({
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'ApplicationList',
          metadata: { resourceVersion: '1' },
          items: !selector || selector === 'team=core' ? [application] : [],
        });
      },
      'GET /api/v1/applications/:name': ({ params }) =>
        params.name === application.metadata?.name
          ? json<IApplication>(application)
          : error({
              status: 404,
              code: 5,
              message: `applications.argoproj.io "${params.name}" not found`,
            }),
    },
  });
}

/** Errors are those of gRPC, with its codes. */
function error(options: { status: number; code: number; message: string }) {
  const { status, code, message } = options;
  return json({ error: message, code, message }, { status });
}
