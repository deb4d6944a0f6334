import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

const FILE = 'techdocs_metadata.json';

/** Writes what TechDocs wants to know of a site, the list of its files included. Call it last. */
export async function writeMetadata(options: {
  outputDir: string;
  siteName: string;
  siteDescription: string;
  etag?: string;
  now: () => number;
}): Promise<void> {
  const { outputDir, siteName, siteDescription, etag, now } = options;
  const entries = await readdir(outputDir, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      path.relative(outputDir, path.join(entry.parentPath, entry.name)),
    );
  const metadata = {
    site_name: siteName,
    site_description: siteDescription,
    build_timestamp: now(),
    files: [...new Set([...files, FILE])].sort(),
    ...(etag && { etag }),
  };
  await writeFile(path.join(outputDir, FILE), JSON.stringify(metadata));
}
