import type {
  ComponentMeasuresResponse,
  ComponentShowResponse,
  SearchMetricsResponse,
} from 'sonarqube-web-api-client';
import { isBasic } from './isBasic';
import { json, startStandIn, type StandIn } from './startStandIn';

const PROJECT = 'shop:web';

const values: Record<string, string> = {
  alert_status: 'OK',
  bugs: '3',
  reliability_rating: '2.0',
  vulnerabilities: '0',
  security_rating: '1.0',
  security_hotspots_reviewed: '100.0',
  security_review_rating: '1.0',
  code_smells: '17',
  sqale_rating: '1.0',
  coverage: '81.5',
  duplicated_lines_density: '0.4',
};

/** A SonarQube with one project, `shop:web`, which passes its quality gate. */
export async function startSonarQube(options: {
  /** A user token: the user name of HTTP's basic authentication, without a password. */
  token: string;
}): Promise<StandIn> {
  return startStandIn({
    name: 'SonarQube',
    refuse: request =>
      isBasic(request, options.token, '') ? undefined : { status: 401 },
    routes: {
      'GET /api/components/show': ({ url }) =>
        url.searchParams.get('component') === PROJECT
          ? // The type lacks the date, which SonarQube's own description of the answer has.
            json<
              ComponentShowResponse & { component: { analysisDate: string } }
            >({
              component: {
                key: PROJECT,
                name: 'Web',
                qualifier:
                  'TRK' as ComponentShowResponse['component']['qualifier'],
                visibility: 'private',
                analysisDate: '2026-01-01T00:00:00+0000',
              },
              ancestors: [],
            })
          : notFound(),
      'GET /api/metrics/search': ({ url: { searchParams: asked } }) => {
        const size = Number(asked.get('ps') ?? 100);
        const page = Number(asked.get('p') ?? 1);
        const all = Object.keys(values);
        return json<SearchMetricsResponse>({
          metrics: all.slice((page - 1) * size, page * size).map((key, id) => ({
            id: String(id),
            key,
            type: 'INT' as SearchMetricsResponse['metrics'][0]['type'],
            name: key,
            description: '',
            domain: 'Issues',
            direction: 0,
            qualitative: false,
            hidden: false,
            custom: false,
          })),
          total: all.length,
          p: page,
          ps: size,
        });
      },
      'GET /api/measures/component': ({ url: { searchParams: asked } }) => {
        if (asked.get('component') !== PROJECT) {
          return notFound();
        }
        const metrics = (asked.get('metricKeys') ?? '').split(',');
        return json<ComponentMeasuresResponse>({
          component: {
            id: 'AY-1',
            key: PROJECT,
            name: 'Web',
            qualifier: 'TRK',
            measures: metrics
              .filter(metric => metric in values)
              .map(metric => ({ metric, value: values[metric] })),
          },
        });
      },
    },
  });
}

function notFound() {
  return json(
    { errors: [{ msg: 'Component key not found' }] },
    { status: 404 },
  );
}
