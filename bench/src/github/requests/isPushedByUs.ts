import type { LoggedRequest } from './LoggedRequest';

const WRITING = 'PUT /repos/{owner}/{repo}/contents/{path}';

/** Whether a request is one by which a measurement itself changes a repository. */
export const isPushedByUs = ({ route }: LoggedRequest): boolean =>
  route === WRITING;
