import { readCiAddress } from './useCiAddress';

describe('readCiAddress', () => {
  it('takes what names something, and passes over the rest', () => {
    const read = (search: string) => readCiAddress(new URLSearchParams(search));
    expect(read('run=812&job=9&line=42&branch=feature/x&tab=1')).toEqual({
      run: 812,
      job: 9,
      line: 42,
      branch: 'feature/x',
    });
    expect(read('run=0x10&job=-1&line=&page=1e9&status=')).toEqual({});
    expect(read('start=any')).toEqual({ start: 'any' });
    expect(read('start=7')).toEqual({ start: 7 });
    expect(read('start=ci.yml')).toEqual({});
  });
});
