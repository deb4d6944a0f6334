import {
  type PictureServer,
  PNG,
  startPictureServer,
} from '../testUtils/startPictureServer';
import { PictureFetcher } from './PictureFetcher';

describe('PictureFetcher', () => {
  let host: PictureServer;
  let inside: PictureServer;
  let fetcher: PictureFetcher;

  beforeAll(async () => {
    host = await startPictureServer();
    // Nobody lists this one.
    inside = await startPictureServer();
    fetcher = new PictureFetcher({
      allowedHosts: new Set([host.host]),
      lookup: (_hostname, _options, callback) =>
        callback(null, [{ address: '127.0.0.1', family: 4 }]),
    });
  });
  beforeEach(() => {
    host.requests.length = 0;
    inside.requests.length = 0;
  });
  afterAll(async () => {
    await fetcher.close();
    await Promise.all([host.stop(), inside.stop()]);
  });

  const refusal = async (url: string) => {
    const outcome = await fetcher.fetch(url);
    return outcome.result === 'refused'
      ? `${outcome.cause}: ${outcome.message}`
      : outcome.result;
  };

  it.each(['png', 'jpeg', 'gif', 'webp', 'avif'])(
    'fetches image/%s',
    async type => {
      await expect(
        fetcher.fetch(`${host.url}/type?image/${type};%20charset=x`),
      ).resolves.toEqual({
        result: 'picture',
        contentType: `image/${type}`,
        body: PNG,
      });
    },
  );

  it('sends no secret and asks for no compression', async () => {
    await fetcher.fetch(`${host.url}/png`);

    expect(host.requests).toHaveLength(1);
    expect(host.requests[0].headers).toMatchObject({
      'accept-encoding': 'identity',
    });
    expect(Object.keys(host.requests[0].headers)).not.toEqual(
      expect.arrayContaining(['cookie']),
    );
    expect(host.requests[0].headers.authorization).toBeUndefined();
  });

  it('decodes a picture that the catalog holds itself', async () => {
    await expect(
      fetcher.fetch(`data:image/png;base64,${PNG.toString('base64')}`),
    ).resolves.toMatchObject({ result: 'picture', body: PNG });
  });

  it.each([
    ['image/svg+xml'],
    ['text/html'],
    ['application/octet-stream'],
    ['image/png+xml'],
    [''],
  ])('refuses the type "%s"', async type => {
    await expect(refusal(`${host.url}/type?${type}`)).resolves.toBe(
      'content: its type is not PNG, JPEG, GIF, WebP or AVIF',
    );
  });

  it.each([
    ['announced', '/large'],
    ['found out while reading', '/endless'],
  ])('refuses a picture over 1 MB, %s', async (_how, path) => {
    await expect(refusal(`${host.url}${path}`)).resolves.toBe(
      'content: it is larger than 1 MB',
    );
  });

  it('takes a picture of exactly 1 MB', async () => {
    await expect(fetcher.fetch(`${host.url}/limit`)).resolves.toMatchObject({
      result: 'picture',
    });
  });

  it.each([
    ['that never answers', '/silent'],
    ['that stops in the middle', '/stalling'],
  ])('gives up on a host %s', async (_what, path) => {
    const impatient = new PictureFetcher({
      allowedHosts: new Set([host.host]),
      timeoutMs: 500,
    });
    await expect(impatient.fetch(`${host.url}${path}`)).resolves.toEqual({
      result: 'refused',
      cause: 'content',
      message: 'its host did not answer within 500 ms',
    });
    await impatient.close();
  });

  it.each([
    ['/missing', 'its host answered 404'],
    ['/compressed', 'its host compressed it'],
    ['/cut', 'its host cannot be reached (UND_ERR_SOCKET)'],
  ])('refuses %s', async (path, message) => {
    await expect(refusal(`${host.url}${path}`)).resolves.toContain(message);
  });

  it('follows three redirects and no fourth', async () => {
    await expect(fetcher.fetch(`${host.url}/hops?3`)).resolves.toMatchObject({
      result: 'picture',
    });
    await expect(refusal(`${host.url}/hops?4`)).resolves.toBe(
      'content: its host redirects more than 3 times',
    );
  });

  const inside80 = (hostname: string) => `http://${hostname}/png`;

  it.each([
    ['a loopback address', '127.0.0.1'],
    ['IPv6', '[::1]'],
    ['IPv4 in IPv6 clothes', '[::ffff:127.0.0.1]'],
    ['a short hexadecimal form', '0x7f.1'],
    ['one decimal number', '2130706433'],
    ['octal', '0177.0.0.1'],
    ['percent-encoded digits', '%31%32%37.0.0.1'],
    ['a trailing dot', '127.0.0.1.'],
    ['a name', 'localhost'],
    ['a name in mixed case', 'LocalHost'],
    ['a name with a trailing dot', 'localhost.'],
    ['any name that resolves inside', 'pictures.example'],
    ['metadata', '169.254.169.254'],
  ])('refuses %s, straight and behind a redirect', async (_what, hostname) => {
    const target = inside80(hostname);
    const message = /^address: the host .* has no public address/;

    await expect(refusal(target)).resolves.toMatch(message);
    await expect(
      refusal(`${host.url}/to?${encodeURIComponent(target)}`),
    ).resolves.toMatch(message);
    expect(host.requests).toHaveLength(1);
    expect(inside.requests).toEqual([]);
  });

  it('refuses another port of an allowed address, straight and behind a redirect', async () => {
    await expect(refusal(`${inside.url}/png`)).resolves.toContain(
      'its URL names the port',
    );
    await expect(
      refusal(`${host.url}/to?${encodeURIComponent(`${inside.url}/png`)}`),
    ).resolves.toContain('its URL names the port');
    expect(inside.requests).toEqual([]);
  });

  it.each([
    ['file:///etc/passwd', 'the scheme file:'],
    ['data:image/png;base64,AAAA', 'the scheme data:'],
    ['https://allowed@evil/', 'a user name or a password'],
  ])('refuses a redirect to %s', async (target, message) => {
    await expect(
      refusal(`${host.url}/to?${encodeURIComponent(target)}`),
    ).resolves.toContain(message);
  });

  it('tells nobody the address of a refused host', async () => {
    await expect(refusal('http://pictures.example/')).resolves.not.toContain(
      '127.0.0.1',
    );
  });
});
