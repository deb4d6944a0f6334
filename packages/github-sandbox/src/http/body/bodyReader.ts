import { readFlag } from './readFlag';
import { readNumber } from './readNumber';
import { readObject } from './readObject';
import { readObjects } from './readObjects';
import { readText } from './readText';
import { readTextList } from './readTextList';
import { requireText } from './requireText';

/** Reads fields of one body. Each throws 422 for a value of another type; but for `textOrNull`, null stands for nothing said. */
export function bodyReader(body: Record<string, unknown>) {
  return {
    text: (field: string) => readText({ body, field }) ?? undefined,
    textOrNull: (field: string) => readText({ body, field }),
    requiredText: (field: string) => requireText({ body, field }),
    flag: (field: string) => readFlag({ body, field }),
    number: (field: string) => readNumber({ body, field }),
    texts: (field: string) => readTextList({ body, field }),
    object: (field: string) => readObject({ body, field }),
    objects: (field: string) => readObjects({ body, field }),
  };
}
