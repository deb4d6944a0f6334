import { entityTerm } from './entityTerm';

describe('entityTerm', () => {
  it.each([
    ['builds of shop', 'shop'],
    ['Builds shop till', 'shop till'],
    ['pull requests of shop', 'shop'],
    ['run a workflow of shop', 'shop'],
    ['run shop', 'shop'],
    ['shop', 'shop'],
    ['build', 'build'],
    ['ci', 'ci'],
    ['workflow engine', 'workflow engine'],
    ['prs-bot of shop', 'prs-bot of shop'],
  ])('finds in "%s" the name "%s"', (query, name) => {
    expect(entityTerm(query)).toBe(name);
  });
});
