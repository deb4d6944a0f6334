import { mockServices } from '@backstage/backend-test-utils';
import type { Request } from 'express';
import { audited } from './audited';

function open() {
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  auditor.createEvent.mockResolvedValue(event);
  const about = {
    eventId: 'change',
    severityLevel: 'high' as const,
    request: {} as Request,
    meta: { host: 'github.com' },
  };
  return { auditor, event, about };
}

describe('audited', () => {
  it('records what was done, and answers with it', async () => {
    const { auditor, event, about } = open();
    await expect(
      audited({
        auditor,
        ...about,
        run: async () => ({ result: 3, meta: { changed: 3 } }),
      }),
    ).resolves.toBe(3);
    expect(auditor.createEvent).toHaveBeenCalledWith(about);
    expect(event.success).toHaveBeenCalledWith({ meta: { changed: 3 } });
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('records a failure by name and message, without secrets, and throws it on', async () => {
    const { auditor, event, about } = open();
    const error = Object.assign(new TypeError('ghp_1 and ghp_2 are refused'), {
      request: { headers: { authorization: 'ghp_1' } },
    });
    await expect(
      audited({
        auditor,
        ...about,
        secrets: ['ghp_1', '', 'ghp_2'],
        run: async () => {
          throw error;
        },
      }),
    ).rejects.toBe(error);
    const recorded = event.fail.mock.calls[0][0].error;
    expect(recorded).toMatchObject({
      name: 'TypeError',
      message: '*** and *** are refused',
    });
    expect(recorded).not.toHaveProperty('request');
    expect(recorded.stack).toBeUndefined();
    expect(auditor.createEvent.mock.calls[0][0]).not.toHaveProperty('secrets');
    expect(event.success).not.toHaveBeenCalled();
  });
});
