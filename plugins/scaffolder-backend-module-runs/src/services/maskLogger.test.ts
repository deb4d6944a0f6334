import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { activeMask, holdMask } from '../mask/activeMasks';
import { maskAuditor } from './maskAuditor';
import { maskLogger } from './maskLogger';

const SECRET = 'canary-in-a-log';

function keeping(lines: unknown[][], own: unknown[] = []): LoggerService {
  const say = (...line: unknown[]) => lines.push([...line, ...own]);
  return {
    ...{ error: say, warn: say, info: say, debug: say },
    child: meta => keeping(lines, [...own, meta]),
  };
}

it('masks what is logged while a secret is in use, with what belongs to it', () => {
  const lines: unknown[][] = [];
  const logger = maskLogger({ logger: keeping(lines), mask: activeMask });
  const release = holdMask({ values: [SECRET] });
  logger.info(`has ${SECRET}`, { [SECRET]: { deep: [SECRET] } });
  logger.child({ task: SECRET }).warn('a child');
  logger.error('failed', new Error(`at ${SECRET}`));
  release();
  logger.debug(`late ${SECRET}`);
  expect(lines.slice(0, 2)).toEqual([
    ['has ***', { '***': { deep: ['***'] } }],
    ['a child', undefined, { task: '***' }],
  ]);
  expect(lines[2][1]).toBeInstanceOf(Error);
  expect(String((lines[2][1] as Error).stack)).not.toContain(SECRET);
  // What a run set off may be logged after it.
  expect(lines[3][0]).toBe('late ***');
});

it('leaves what is logged as it is, where nothing is in use', () => {
  const lines: unknown[][] = [];
  const never = { isEmpty: true, text: String, deep: <T>(value: T) => value };
  const meta = { a: 1 };
  maskLogger({ logger: keeping(lines), mask: never }).info('text', meta);
  expect(lines[0][1]).toBe(meta);
});

it('masks what is audited, at its beginning and at its end', async () => {
  const events: unknown[] = [];
  const auditor: AuditorService = {
    async createEvent(event) {
      events.push(event);
      return {
        success: async given => void events.push(given),
        fail: async given => void events.push(given),
      };
    },
  };
  const release = holdMask({ values: [SECRET] });
  const request = {} as any;
  const event = await maskAuditor({ auditor, mask: activeMask }).createEvent({
    eventId: 'task',
    request,
    meta: { taskParameters: { key: SECRET } },
  });
  await event.success({ meta: { output: SECRET } });
  await event.success();
  await event.fail({ error: new Error(SECRET) });
  release();
  expect(events[0]).toMatchObject({
    eventId: 'task',
    meta: { taskParameters: { key: '***' } },
  });
  expect((events[0] as any).request).toBe(request);
  expect(events[1]).toEqual({ meta: { output: '***' } });
  expect(events[2]).toBeUndefined();
  expect((events[3] as any).error.message).toBe('***');
});
