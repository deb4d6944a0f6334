import type { AbilityAnswer } from '../abilities/Ability';
import type { Subject } from '../target/Subject';

/** What the credential that serves an address found there, and what it may do. */
export interface Serving {
  subject: Subject;
  abilities: AbilityAnswer[];
  /** For the summary: what else there is to know, a sentence. */
  remark?: string;
}
