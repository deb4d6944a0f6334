import { Mutex } from './Mutex';

describe('Mutex', () => {
  it('runs one piece at a time, in order, and goes on after an error', async () => {
    const mutex = new Mutex();
    const steps: string[] = [];
    const piece = (name: string) => async () => {
      steps.push(`${name} in`);
      await Promise.resolve();
      steps.push(`${name} out`);
    };
    const failing = mutex.run(async () => {
      throw new Error('no');
    });
    const done = Promise.all([mutex.run(piece('a')), mutex.run(piece('b'))]);
    await expect(failing).rejects.toThrow('no');
    await done;
    expect(steps).toEqual(['a in', 'a out', 'b in', 'b out']);
  });

  it('lets work inside of a piece run, but not what outlives it', async () => {
    const mutex = new Mutex();
    const steps: string[] = [];
    let late: Promise<void> = Promise.resolve();
    let release = () => {};
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    await mutex.run(async () => {
      await mutex.run(async () => steps.push('nested'));
      late = released.then(() =>
        mutex.run(async () => {
          steps.push('late');
        }),
      );
    });
    const second = mutex.run(async () => {
      release();
      await new Promise(resolve => setImmediate(resolve));
      steps.push('second');
    });
    await Promise.all([second, late]);
    expect(steps).toEqual(['nested', 'second', 'late']);
  });
});
