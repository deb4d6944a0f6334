import type { AuditorService } from '@backstage/backend-plugin-api';
import type { GithubService } from '@callboard/plugin-github-node';
import type { MirrorView } from '../store/MirrorView';
import type { AccessParts } from './access/openEntity';
import type { Answers } from './answers/Answers';
import type { AskGraphql } from './answers/createAsker';
import type { Heard } from './answers/createHeard';
import type { AnswerStore } from './store/AnswerStore';
import type { LogStore } from './store/createLogStore';

/** What the routes about builds, pull requests and so on share. */
export interface ActivityParts extends AccessParts {
  auditor: AuditorService;
  github: GithubService;
  view: Pick<MirrorView, 'repositoryAt'>;
  answers: Answers;
  ask: AskGraphql;
  store: AnswerStore;
  logs: LogStore;
  heard: Heard;
  /** Organisations that are mirrored. */
  owners(): Promise<{ host: string; organisation: string }[]>;
  /** Repositories whose descriptors may speak for others: `acme/catalog`. */
  trusted: string[];
  now: () => Date;
}
