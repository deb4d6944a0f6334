import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { askPlugin } from '@callboard/page-parts';
import type { ActivityApi, JobLog } from './ActivityApi';

type Query = Record<string, string | number | undefined>;
/** What a method of the interface takes. */
type Given<Name extends keyof ActivityApi> = NonNullable<
  Parameters<ActivityApi[Name]>[0]
>;

/** `/component/default/shop` */
function entityPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/${[kind.toLocaleLowerCase('en-US'), namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}

/**
 * The routes of builds, pull requests, insights and security below `/api/github`. Several parts of a page that ask the same at the same time
 * share one request.
 */
export class ActivityClient implements ActivityApi {
  readonly #apis: { discoveryApi: DiscoveryApi; fetchApi: FetchApi };
  readonly #underWay = new Map<string, Promise<any>>();

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#apis = options;
  }

  async repository({ entityRef }: Given<'repository'>) {
    return this.#read(entityRef, '/repository');
  }

  async workflows({ entityRef }: Given<'workflows'>) {
    return this.#read(entityRef, '/workflows');
  }

  async workflowsAt({ entityRef, ref }: Given<'workflowsAt'>) {
    return this.#read(entityRef, '/workflows', { ref });
  }

  async runs({ entityRef, query }: Given<'runs'>) {
    return this.#read(entityRef, '/runs', { ...query });
  }

  async run({ entityRef, run, attempt }: Given<'run'>) {
    return this.#read(entityRef, `/runs/${run}`, { attempt });
  }

  async log({ entityRef, job, signal }: Given<'log'>): Promise<JobLog> {
    const { discoveryApi, fetchApi } = this.#apis;
    const base = await discoveryApi.getBaseUrl('github');
    const path = `/entities${entityPath(entityRef)}/jobs/${job}/log`;
    const response = await fetchApi.fetch(`${base}${path}`, { signal });
    const type = response.headers.get('content-type') ?? '';
    if (response.ok && type.startsWith('text/plain'))
      return { state: 'text', text: await response.text() };
    if ([202, 410, 413].includes(response.status)) return response.json();
    throw await ResponseError.fromResponse(response as never);
  }

  async rerun({ entityRef, run, jobs }: Given<'rerun'>) {
    return this.#act(entityRef, `/runs/${run}/rerun`, { jobs });
  }

  async cancel({ entityRef, run, force }: Given<'cancel'>) {
    return this.#act(entityRef, `/runs/${run}/cancel`, { force });
  }

  async dispatch({ entityRef, workflow, ref, inputs }: Given<'dispatch'>) {
    const path = `/workflows/${workflow}/dispatch`;
    return this.#act(entityRef, path, { ref, inputs });
  }

  async pulls({ entityRef, state }: Given<'pulls'>) {
    return this.#read(entityRef, '/pulls', { state });
  }

  async insights({ entityRef }: Given<'insights'>) {
    return this.#read(entityRef, '/insights');
  }

  async readme({ entityRef }: Given<'readme'>) {
    return this.#read(entityRef, '/readme');
  }

  async security({ entityRef }: Given<'security'>) {
    return this.#read(entityRef, '/security');
  }

  async stations({ entityRef }: Given<'stations'>) {
    return this.#read(entityRef, '/stations');
  }

  async buildDocs({ entityRef }: Given<'buildDocs'>) {
    const { discoveryApi, fetchApi } = this.#apis;
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    const base = await discoveryApi.getBaseUrl('techdocs');
    await fetchApi.fetch(`${base}/sync/${path}`);
  }

  async groupSummary({ entityRef, children }: Given<'groupSummary'>) {
    const { namespace, name } = parseEntityRef(entityRef);
    const path = [namespace, name].map(encodeURIComponent).join('/');
    return this.#shared(`/groups/${path}/summary`, {
      children: children ? 'true' : undefined,
    });
  }

  async mine() {
    return this.#shared('/mine');
  }

  #read(entityRef: string, path: string, query?: Query): Promise<any> {
    return this.#shared(`/entities${entityPath(entityRef)}${path}`, query);
  }

  /** A part that goes away must not end the request of another one, so there is no signal. */
  #shared(path: string, query: Query = {}): Promise<any> {
    const key = `${path} ${JSON.stringify(query)}`;
    const known = this.#underWay.get(key);
    if (known) return known;
    const asked = askPlugin({
      ...this.#apis,
      pluginId: 'github',
      path,
      query,
    }).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, asked);
    return asked;
  }

  #act(entityRef: string, path: string, body: object): Promise<any> {
    return askPlugin({
      ...this.#apis,
      pluginId: 'github',
      method: 'POST',
      path: `/entities${entityPath(entityRef)}${path}`,
      body,
    });
  }
}
