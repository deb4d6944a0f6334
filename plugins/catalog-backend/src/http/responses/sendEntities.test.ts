import { EventEmitter } from 'node:events';
import { sendEntities } from './sendEntities';

/** A response whose client reads when it is told to. */
class SlowResponse extends EventEmitter {
  readonly written: string[] = [];
  readonly headers = new Map<string, unknown>();
  ended: string | undefined;
  closed = false;

  setHeader(name: string, value: unknown) {
    this.headers.set(name, value);
  }

  write(text: string): boolean {
    this.written.push(text);
    return false;
  }

  end(text: string) {
    this.ended = text;
  }
}

const turn = () => new Promise(setImmediate);
const body = JSON.stringify('x'.repeat(300_000));

function send(response: SlowResponse): Promise<void> {
  return sendEntities({
    response: response as any,
    items: { type: 'raw', entities: [body, null, body, body, body] },
    meta: { totalItems: 4 },
  });
}

describe('sendEntities', () => {
  it('sends a long list no faster than it is read', async () => {
    const response = new SlowResponse();
    const sending = send(response);
    for (let writes = 1; writes <= 4; writes++) {
      await turn();
      expect(response.written).toHaveLength(writes);
      response.emit('drain');
    }
    await sending;
    const text = response.written.join('') + response.ended;
    expect(text).toBe(
      `{"items":[${body},null,${body},${body},${body}],"totalItems":4}`,
    );
    expect(response.headers.get('Content-Type')).toBe(
      'application/json; charset=utf-8',
    );
  });

  it('stops when the client leaves', async () => {
    const response = new SlowResponse();
    const sending = send(response);
    await turn();
    response.emit('close');
    await sending;
    expect(response.written).toHaveLength(1);
    expect(response.ended).toBeUndefined();
  });

  it('sends a short list in one piece', async () => {
    const response = new SlowResponse();
    await sendEntities({
      response: response as any,
      items: { type: 'raw', entities: ['{"a":"ü"}', null] },
    });
    expect(response.written).toEqual([]);
    expect(response.ended).toBe('[{"a":"ü"},null]');
    expect(response.headers.get('Content-Length')).toBe(17);
  });
});
