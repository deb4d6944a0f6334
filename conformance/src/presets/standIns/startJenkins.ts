import type { JenkinsBuild } from '@backstage-community/plugin-jenkins-common';
import { isBasic } from './isBasic';
import { json, startStandIn, type StandIn } from './startStandIn';

/**
 * A job as Jenkins' remote API describes one. Jenkins publishes no types of it; `_class` and the actions are those of Jenkins 2 with the
 * plugins Git and JUnit.
 */
interface JenkinsJob {
  _class: string;
  name: string;
  displayName: string;
  fullName: string;
  fullDisplayName: string;
  url: string;
  inQueue: boolean;
  actions: { _class?: string }[];
  lastBuild: JenkinsBuild & { _class: string };
  builds: (JenkinsBuild & { _class: string })[];
}

/** A Jenkins with the job `web` in the folder `shop`, which has been built once. */
export async function startJenkins(options: {
  username: string;
  token: string;
}): Promise<StandIn> {
  return startStandIn({
    name: 'Jenkins',
    refuse: request =>
      isBasic(request, options.username, options.token)
        ? undefined
        : { status: 401, headers: { 'www-authenticate': 'Basic' } },
    routes: url => {
      const job = createJob(url);
      const path = '/job/shop/job/web';
      return {
        // The field list `tree` leaves out parts; nothing minds that they are there.
        [`GET ${path}/api/json`]: () => json(job),
        [`GET ${path}/1/api/json`]: () => json(job.lastBuild),
        [`GET ${path}/1/consoleText`]: () => ({
          headers: { 'content-type': 'text/plain;charset=utf-8' },
          body: 'Started by user Grace Hopper\nFinished: SUCCESS\n',
        }),
      };
    },
  });
}

function createJob(jenkinsUrl: string): JenkinsJob {
  const url = `${jenkinsUrl}/job/shop/job/web/`;
  const build = {
    _class: 'hudson.model.FreeStyleBuild',
    number: 1,
    url: `${url}1/`,
    fullDisplayName: 'shop » web #1',
    displayName: '#1',
    building: false,
    result: 'SUCCESS',
    timestamp: Date.parse('2026-01-01T00:00:00Z'),
    duration: 61_000,
    actions: [
      {
        _class: 'hudson.plugins.git.util.BuildData',
        buildsByBranchName: {
          'refs/remotes/origin/main': {
            _class: 'hudson.plugins.git.util.Build',
            buildNumber: 1,
            buildResult: null,
            revision: {
              SHA1: '0123456789abcdef0123456789abcdef01234567',
              branch: [
                {
                  SHA1: '0123456789abcdef0123456789abcdef01234567',
                  name: 'refs/remotes/origin/main',
                },
              ],
            },
          },
        },
        remoteUrls: ['https://git.example.org/shop/web.git'],
      },
      {
        _class: 'hudson.tasks.junit.TestResultAction',
        failCount: 1,
        skipCount: 2,
        totalCount: 10,
        urlName: 'testReport',
      },
      {},
    ],
  };
  return {
    _class: 'hudson.model.FreeStyleProject',
    name: 'web',
    displayName: 'web',
    fullName: 'shop/web',
    fullDisplayName: 'shop » web',
    url,
    inQueue: false,
    actions: [{}],
    lastBuild: build,
    builds: [build],
  };
}
