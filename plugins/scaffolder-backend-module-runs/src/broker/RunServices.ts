import type {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Knex } from 'knex';
import type { Sealer } from '../keys/createSealer';
import type { TemplateSecrets } from '../secrets/createTemplateSecrets';
import type { RunSettings } from './readRunSettings';

/** What the broker and its runs work with. */
export interface RunServices {
  knex: Knex;
  sealer: Sealer;
  settings: RunSettings;
  logger: LoggerService;
  auth?: AuthService;
  events?: EventsService;
  auditor?: AuditorService;
  /** Which parameters of a template are secrets; undefined for a template that is not there. */
  templateSecrets: (
    templateRef: string,
  ) => Promise<TemplateSecrets | undefined>;
}
