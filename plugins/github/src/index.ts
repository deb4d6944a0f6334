export { githubPlugin as default } from './plugin';
export { githubApiRef, type GithubApi } from './api/GithubApi';
