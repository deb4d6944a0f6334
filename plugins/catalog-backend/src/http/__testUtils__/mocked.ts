/** Makes a mock function of each method, which does what the method does until it is told otherwise. */
export function mocked<T extends object>(service: T): jest.Mocked<T> {
  return Object.fromEntries(
    Object.entries(service).map(([name, method]) => [name, jest.fn(method)]),
  ) as jest.Mocked<T>;
}
