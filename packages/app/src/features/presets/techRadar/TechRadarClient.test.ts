import { TechRadarClient } from './TechRadarClient';

const RADAR = {
  quadrants: ['a', 'b', 'c', 'd'].map(id => ({ id, name: id })),
  rings: [{ id: 'adopt', name: 'Adopt', color: '#000000' }],
  entries: [
    {
      id: 'e',
      key: 'e',
      title: 'Entry',
      quadrant: 'a',
      timeline: [{ ringId: 'adopt', date: '2026-01-01', moved: 0 }],
    },
  ],
};

describe('TechRadarClient', () => {
  const fetch = jest.fn();
  let client: TechRadarClient;
  const answers = (status: number, body: unknown) =>
    fetch.mockResolvedValue({
      ok: status < 400,
      status,
      statusText: 'x',
      headers: new Headers(),
      json: async () => body,
      text: async () => JSON.stringify(body),
    });

  beforeEach(() => {
    fetch.mockReset();
    client = new TechRadarClient({
      discoveryApi: { getBaseUrl: async () => 'http://portal/api/tech-radar' },
      fetchApi: { fetch },
    });
  });

  it('reads the radar once a minute', async () => {
    answers(200, RADAR);
    const radar = await client.load();
    expect(radar.entries[0]).toMatchObject({
      title: 'Entry',
      timeline: [{ date: new Date('2026-01-01') }],
    });
    await expect(client.load()).resolves.toBe(radar);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch).toHaveBeenCalledWith('http://portal/api/tech-radar/data');
  });

  it('invents no radar in place of one that cannot be read', async () => {
    answers(502, { message: 'x' });
    await expect(client.load()).rejects.toThrow(/techRadar.url/);
    answers(403, {});
    await expect(client.load()).rejects.toThrow(/403/);
    answers(200, { ...RADAR, entries: [{ id: 'e' }] });
    await expect(client.load()).rejects.toThrow(
      /The radar is not valid: entries\.0\./,
    );
  });

  it('asks again after a failure', async () => {
    answers(502, {});
    await expect(client.load()).rejects.toThrow();
    answers(200, RADAR);
    await expect(client.load()).resolves.toMatchObject({ rings: RADAR.rings });
  });
});
