import type { Knex } from 'knex';
import type { Activity } from './activity';
import type { Answer, Question } from './ask';
import type { EngineName } from './engines';
import type { TestProvider } from './testProvider';

/** A running catalog under comparison. */
export interface Side {
  engine: EngineName;
  ask(question: Question): Promise<Answer>;
  /** One of the providers that it was started with. */
  provider(name: string): TestProvider;
  /** The catalog's own database. */
  knex: Knex;
  activity: Activity;
  /** Runs the removal of orphans, where the engine leaves that to a scheduled task. */
  removeOrphans(): Promise<void>;
  /** What it has published about errors and conflicts, each once, sorted. */
  events(): string[];
  /** Runs the scheduled tasks whose identifiers match, once each. Resolves to how many there were. */
  runTasks(pattern: RegExp): Promise<number>;
  stop(): Promise<void>;
}
