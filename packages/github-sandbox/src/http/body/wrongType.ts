import { invalidRequest } from '../invalidRequest';

/** GitHub's 422 for a value of another type: `For 'properties/title', {"a"=>1} is not a string.` `wanted` has its article. */
export function wrongType(options: {
  /** `title`, and `config/properties/url` for what is deeper. */
  field: string;
  value: unknown;
  wanted: string;
}) {
  const { field, value, wanted } = options;
  const shown = value === null ? 'nil' : JSON.stringify(value).slice(0, 200);
  return invalidRequest(
    `For 'properties/${field}', ${shown} is not ${wanted}.`,
  );
}
