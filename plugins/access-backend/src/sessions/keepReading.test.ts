import { mockServices } from '@backstage/backend-test-utils';
import {
  createRevocations,
  type RevocationList,
} from '@callboard/plugin-access-node';
import { ANSWER_WITHIN_MS, keepReading, READ_EVERY_MS } from './keepReading';
import type { RevocationTable } from './RevocationTable';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function listOf(...people: string[]): RevocationList {
  return {
    people: new Map(people.map(person => [person, Infinity])),
    tokens: new Set(),
  };
}

function open() {
  const answers: ((list: RevocationList) => void)[] = [];
  let time = 0;
  const revocations = createRevocations({ monotonicMs: () => time });
  const reading = keepReading({
    revocations,
    table: {
      read: () => new Promise(resolve => answers.push(resolve)),
    } as Partial<RevocationTable> as RevocationTable,
    logger: mockServices.logger.mock(),
  });
  return {
    ...{ answers, reading },
    people: () => [...revocations.people().keys()],
    async pass(ms: number) {
      time += ms;
      await jest.advanceTimersByTimeAsync(ms);
    },
  };
}

it('asks again after a question that was never answered, and takes no older list for the newest', async () => {
  const { answers, people, pass, reading } = open();
  await pass(ANSWER_WITHIN_MS);
  expect(answers).toHaveLength(1);
  await pass(READ_EVERY_MS);
  expect(answers).toHaveLength(2);
  answers[1](listOf('user:default/olivia'));
  await pass(0);
  answers[0](listOf());
  await pass(0);
  expect(people()).toEqual(['user:default/olivia']);
  reading.stop();
});

it('takes a late list where there is no newer one', async () => {
  const { answers, people, pass, reading } = open();
  await pass(ANSWER_WITHIN_MS + READ_EVERY_MS);
  answers[0](listOf('user:default/oscar'));
  await pass(0);
  expect(people()).toEqual(['user:default/oscar']);
  reading.stop();
});

it('does not keep somebody waiting who wants a list now', async () => {
  const { pass, reading } = open();
  await Promise.all([
    expect(reading.readNow()).rejects.toThrow('no answer within 5000 ms'),
    pass(ANSWER_WITHIN_MS),
  ]);
  reading.stop();
});
