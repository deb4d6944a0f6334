import { isUtf8 } from 'node:buffer';
import type { Mask } from '../mask/createMask';
import { isObject } from '../secrets/isObject';

/** The files that a dry run made, with secrets masked in their names and contents. What is no text is masked byte by byte. */
export function maskFiles(options: { files: unknown; mask: Mask }): unknown {
  const { files, mask } = options;
  if (!Array.isArray(files) || mask.isEmpty) return files;
  return files.map(file => {
    if (!isObject(file) || typeof file.base64Content !== 'string') {
      return mask.deep(file);
    }
    const { base64Content, ...rest } = file;
    const content = Buffer.from(base64Content, 'base64');
    const encoding = isUtf8(content) ? 'utf8' : 'latin1';
    const masked = mask.text(content.toString(encoding));
    return {
      ...mask.deep(rest),
      base64Content: Buffer.from(masked, encoding).toString('base64'),
    };
  });
}
