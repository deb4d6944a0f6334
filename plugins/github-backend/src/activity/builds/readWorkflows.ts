import type { Answer, Workflow } from '@callboard/plugin-github-common';
import type { GithubService } from '@callboard/plugin-github-node';
import type { Answers } from '../answers/Answers';
import type { AskGraphql } from '../answers/createAsker';
import type { Place } from '../answers/Question';
import { runsQuestion } from './runsQuestion';
import { dispatchQuestion, workflowsQuestion } from './workflowsQuestion';

/** Workflows, with the newest run of each where it is among the last hundred, and what those ask for that can be started by hand. */
export async function readWorkflows(options: {
  place: Place;
  github: GithubService;
  answers: Answers;
  ask: AskGraphql;
  ref?: string;
}): Promise<Answer<Workflow[]>> {
  const { answers } = options;
  const [workflows, runs, files] = await Promise.all([
    answers.ask(workflowsQuestion(options)),
    answers.ask(runsQuestion(options)),
    answers.ask(dispatchQuestion(options)),
  ]);
  if (workflows.state !== 'answered') return workflows;
  const newest = runs.state === 'answered' ? runs.value.runs : [];
  const inputs = files.state === 'answered' ? files.value : {};
  const lacks = [runs, files].flatMap(answer =>
    answer.state === 'refused' && answer.lack ? [answer.lack] : [],
  );
  return {
    ...workflows,
    lacks: [...workflows.lacks, ...lacks],
    value: workflows.value.map(workflow => {
      const latest = newest.find(
        ({ workflowId }) => workflowId === workflow.id,
      );
      const dispatch = inputs[workflow.path];
      return {
        ...workflow,
        ...(dispatch && workflow.state === 'active' && { dispatch }),
        ...(latest && { latest }),
      };
    }),
  };
}
