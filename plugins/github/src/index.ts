export { githubFeatures as default } from './features';
export { githubPlugin } from './plugin';
export { githubApiRef, type GithubApi } from './api/GithubApi';
export {
  activityApiRef,
  type ActivityApi,
  type JobLog,
  type RunQuery,
} from './activity/api/ActivityApi';
