import { notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { licenceOfText } from '../licences/licenceOfText';
import { presentLicence } from '../licences/presentLicence';
import { openGit } from '../openGit';
import { wantedMedia } from '../wantedMedia';
import { presentFile } from './presentFile';
import { rawAnswer } from './rawAnswer';

/** The LICENSE file and what it is. https://docs.github.com/rest/licenses/licenses#get-the-license-for-a-repository */
export const getLicence: Route = {
  route: 'GET /repos/{owner}/{repo}/license',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'read' } },
  async handle(call) {
    const { query, repository, urls } = call;
    const git = await openGit(call);
    const ref = query.get('ref') || repository.defaultBranch;
    const root = await git.resolve({ expression: ref, type: 'tree' });
    const entry = (root && (await git.readTree({ sha: root.sha })))?.find(
      ({ path }) => /^licen[cs]e(\.(md|txt))?$/i.test(path),
    );
    if (!entry) throw notFound();
    const data = (await git.readBlob({ sha: entry.sha }))!;
    if (wantedMedia(call.headers) === 'raw') return rawAnswer(data);
    const key = repository.licenseKey ?? licenceOfText(data.toString());
    return {
      body: {
        ...presentFile({ call, entry, path: entry.path, ref, data }),
        license: presentLicence({ urls, key }),
      },
    };
  },
};
