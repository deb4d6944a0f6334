import type { DispatchInput, Workflow } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import { conditional } from '../answers/conditional';
import { type AskGraphql, tooMuch } from '../answers/createAsker';
import type { Place, Question } from '../answers/Question';
import { readDispatch } from './readDispatch';
import { shortName } from './shortName';

const FOLDER = '.github/workflows';

/** The workflows of a repository. Which run was the last, and what they ask for, is added by `readWorkflows`. */
export function workflowsQuestion(options: {
  place: Place;
  github: GithubService;
}): Question<Workflow[]> {
  const { place, github } = options;
  return {
    place,
    what: 'workflows',
    topics: ['workflows'],
    events: ['push', 'workflow_run'],
    freshForMs: 10 * 60_000,
    absentWhenMissing: 'Actions are switched off in this repository',
    async load(previous) {
      const client = await github.client({ url: place.url });
      const { data, headers } = await client.request(
        'GET /repos/{owner}/{repo}/actions/workflows',
        {
          owner: place.owner,
          repo: place.name,
          per_page: 100,
          headers: conditional(previous),
        },
      );
      return {
        state: 'answered',
        ...(headers.etag && { etag: headers.etag }),
        value: data.workflows.map(({ id, name, path, state, html_url }) => ({
          ...{ id, name, path, state },
          url: html_url,
        })),
      };
    },
  };
}

/** What can be started by hand, by the path of the file; what is not in it cannot. */
export type DispatchByPath = Record<string, DispatchInput[]>;

interface Files {
  repository: {
    object: {
      entries?: { name: string; object: { text?: string | null } | null }[];
    } | null;
  } | null;
}

const QUERY = `query WorkflowFiles($owner: String!, $name: String!, $expression: String!) {
  repository(owner: $owner, name: $name) {
    object(expression: $expression) {
      ... on Tree { entries { name object { ... on Blob { text } } } }
    }
  }
}`;

/** What the files of a branch or tag say about starting workflows by hand, all in one request. */
export function dispatchQuestion(options: {
  place: Place;
  ask: AskGraphql;
  /** @defaultValue the default branch */
  ref?: string;
}): Question<DispatchByPath> {
  const { place, ask, ref } = options;
  return {
    place,
    what: ref === undefined ? 'dispatch' : `dispatch:${shortName(ref)}`,
    topics: ref === undefined ? ['code'] : ['branches'],
    events: ['push'],
    freshForMs: 10 * 60_000,
    async load() {
      const { host, owner, name } = place;
      const answer = await ask<Files>({
        ...{ host, owner, query: QUERY },
        variables: { owner, name, expression: `${ref ?? 'HEAD'}:${FOLDER}` },
      });
      if (answer === 'too-much') throw tooMuch(place.key);
      if (!answer.data.repository) {
        // As REST would say it.
        throw Object.assign(new Error(`GitHub shows no ${place.key}`), {
          status: 404,
        });
      }
      const entries = answer.data.repository.object?.entries ?? [];
      const found = entries.flatMap(entry => {
        const text = entry.object?.text;
        const inputs = text ? readDispatch(text) : undefined;
        return inputs ? [[`${FOLDER}/${entry.name}`, inputs] as const] : [];
      });
      return { state: 'answered', value: Object.fromEntries(found) };
    },
  };
}
