import { isLocal } from './isLocal';

describe('isLocal', () => {
  it.each([
    'http://localhost:7007',
    'http://portal.localhost',
    'http://127.0.0.1:7007',
    'http://[::1]:7007',
    'https://10.1.2.3',
    'https://172.20.0.4',
    'https://192.168.1.9',
  ])('is true for %s', url => expect(isLocal(url)).toBe(true));

  it.each([
    'https://portal.acme.example',
    'https://172.40.0.4',
    'nonsense',
    '',
  ])('is false for %s', url => expect(isLocal(url)).toBe(false));
});
