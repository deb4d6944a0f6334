/** A promise that starts its work when somebody first waits for it, and never when nobody does. */
export function lazyPromise<T>(start: () => Promise<T>): Promise<T> {
  let started: Promise<T> | undefined;
  const promise = () => (started ??= start());
  return {
    then: (fulfilled, rejected) => promise().then(fulfilled, rejected),
    catch: rejected => promise().catch(rejected),
    finally: settled => promise().finally(settled),
    [Symbol.toStringTag]: 'Promise',
  };
}
