import { setImmediate as nextTurn } from 'node:timers/promises';
import { WinstonLogger } from '@backstage/backend-defaults/rootLogger';
import type { ObservedLine } from '@callboard/plugin-access-node';
import { format } from 'winston';
import { taskLines } from './taskLines';

function open() {
  const lines: ObservedLine[] = [];
  const logger = WinstonLogger.create({
    level: 'info',
    format: format.combine(format.timestamp(), format.json()),
    transports: [taskLines({ onLine: line => lines.push(line) })],
  });
  logger.addRedactions(['hunter2']);
  const taskId = 'LdapOrgEntityProvider:default:refresh';
  return { lines, logger, taskId, task: logger.child({ taskId }) };
}

it('hands on errors and warnings of a task, without secrets', async () => {
  const { lines, task, taskId, logger } = open();
  task.error('refresh failed, bind with "hunter2"', new Error('refused'));
  task.warn('odd');
  task.info('Read 2 users');
  logger.error('of no task');
  await nextTurn();
  expect(lines).toEqual([
    {
      taskId,
      level: 'error',
      message: 'refresh failed, bind with "***" refused',
    },
    { taskId, level: 'warn', message: 'odd' },
  ]);
});

it('hands on what is left out, where the level of the log shows it', async () => {
  const { lines, task } = open();
  task.info('Skipped user: bot');
  task.debug('Skipped group: old');
  await nextTurn();
  expect(lines).toMatchObject([
    { level: 'info', message: 'Skipped user: bot' },
  ]);
});

it('cuts what is long', async () => {
  const { lines, task } = open();
  task.warn('x'.repeat(5_000));
  await nextTurn();
  expect(lines[0].message).toHaveLength(1_000);
});
