import { ConfigReader } from '@backstage/config';
import { readLinks } from './readLinks';

const read = (data: object) => readLinks(new ConfigReader(data as never));

describe('readLinks', () => {
  it('reads both lists in order, each address once', () => {
    expect(
      read({
        home: {
          links: [
            { title: 'Handbook', url: 'https://example.com/book' },
            { title: 'Add a service', url: '/docs/add', description: 'How' },
          ],
        },
        app: {
          branding: {
            links: [
              { title: 'The same', url: 'https://example.com/book' },
              { title: 'Help', url: 'mailto:help@example.com' },
            ],
          },
        },
      }).map(({ title }) => title),
    ).toEqual(['Handbook', 'Add a service', 'Help']);
  });

  it.each([
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//elsewhere.example.com',
    '/\\elsewhere.example.com',
    'relative',
  ])('leaves out %s', url => {
    expect(read({ home: { links: [{ title: 'Bad', url }] } })).toEqual([]);
  });

  it('is empty without configuration', () => {
    expect(read({})).toEqual([]);
  });
});
