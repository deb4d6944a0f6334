/**
 * How the contract describes a query parameter: `text` once; `list` once or several times; `commas` is a list with commas between;
 * `count` a whole number from 0; or one of some words.
 */
export type ParameterShape = 'text' | 'list' | 'commas' | 'count' | string[];

/** The query parameters of a route. A request with any others is invalid. */
export type QueryShape = ReadonlyMap<string, ParameterShape>;
