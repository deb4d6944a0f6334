/** A query that is put together as it is sent: its texts cannot be read off one file. */
export interface AssembledQuery {
  package: string;
  /** Inside the package. */
  file: string;
  /** The function that puts it together. */
  definedIn: string;
  /** The test, inside the package, that holds its texts against GitHub's published schema, or sends them to the sandbox, which does. */
  checkedBy: string;
}

const OURS = { package: '@callboard/plugin-github-backend' };
const REPOSITORIES = {
  ...OURS,
  checkedBy: 'src/github/graphql/questions.test.ts',
};
const ACTIVITY = { ...OURS, checkedBy: 'src/activity/http/facts.test.ts' };
const PEOPLE = { ...OURS, checkedBy: 'src/people/read/queries.test.ts' };

/** Such queries. They are in no list, since each has as many texts as there are settings. */
export const assembledQueries: AssembledQuery[] = [
  {
    ...ACTIVITY,
    file: 'src/activity/insights/historyQuestion.ts',
    definedIn: 'insightsQuery',
  },
  {
    ...ACTIVITY,
    file: 'src/activity/pulls/pullsQuestion.ts',
    definedIn: 'pullsQuery',
  },
  {
    ...ACTIVITY,
    file: 'src/activity/summary/brief/loadBriefs.ts',
    definedIn: 'briefsQuery',
  },
  {
    ...ACTIVITY,
    file: 'src/activity/summary/mineQuestion.ts',
    definedIn: 'mineQuery',
  },
  {
    ...REPOSITORIES,
    file: 'src/github/graphql/lookUpQuestion.ts',
    definedIn: 'lookUpQuestion',
  },
  {
    ...REPOSITORIES,
    file: 'src/github/graphql/pageQuestion.ts',
    definedIn: 'newestQuestion',
  },
  {
    ...REPOSITORIES,
    file: 'src/github/graphql/pageQuestion.ts',
    definedIn: 'pageQuestion',
  },
  {
    ...REPOSITORIES,
    file: 'src/github/graphql/textsQuestion.ts',
    definedIn: 'textsQuestion',
  },
  {
    ...PEOPLE,
    file: 'src/people/access/readTeamAccess.ts',
    definedIn: 'accessQuery',
  },
  {
    ...PEOPLE,
    file: 'src/people/read/peopleQuery.ts',
    definedIn: 'peopleQuery',
  },
  {
    ...OURS,
    checkedBy: 'src/people/startPeople.full.test.ts',
    file: 'src/people/read/readOutside.ts',
    definedIn: 'readOutside',
  },
  {
    ...PEOPLE,
    file: 'src/people/read/someQuery.ts',
    definedIn: 'someQuery',
  },
];
