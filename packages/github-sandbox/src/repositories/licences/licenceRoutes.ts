import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { licences } from './licences';
import { presentLicence } from './presentLicence';

/** The common licences, https://docs.github.com/rest/licenses/licenses. */
export const licenceRoutes: Route[] = [
  {
    route: 'GET /licenses',
    on: 'anything',
    handle(call) {
      const featured = call.query.get('featured') === 'true';
      const { rows, total } = paginate({
        call,
        rows: licences.filter(licence => !featured || licence.featured),
      });
      return {
        body: rows.map(({ key }) => presentLicence({ urls: call.urls, key })),
        total,
      };
    },
  },
  {
    route: 'GET /licenses/{license}',
    on: 'anything',
    handle({ urls, params }) {
      const licence = licences.find(
        ({ key }) => key === params.license.toLowerCase(),
      );
      if (!licence) throw notFound();
      return {
        body: {
          ...presentLicence({ urls, key: licence.key }),
          html_url: `http://choosealicense.com/licenses/${licence.key}/`,
          description: licence.description,
          implementation:
            'Create a text file (typically named LICENSE or LICENSE.txt) in the root of your source code and copy the text of the license into the file.',
          permissions: licence.permissions,
          conditions: licence.conditions,
          limitations: licence.limitations,
          body: licence.body
            .replace('{year}', '[year]')
            .replace('{holder}', '[fullname]'),
          featured: licence.featured,
        },
      };
    },
  },
];
