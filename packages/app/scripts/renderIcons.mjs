// Renders public/favicon.svg into the sizes that browsers and phones ask for. Run it by hand when the mark changes:
//   node packages/app/scripts/renderIcons.mjs /usr/bin/chromium
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';

const folder = path.resolve(import.meta.dirname, '../public');
const mark = fs.readFileSync(path.join(folder, 'favicon.svg'), 'utf8');

/** Icons on a home screen need a ground of their own and room around the mark; those of a tab do not. */
const ICONS = [
  { file: 'favicon-16x16.png', size: 16 },
  { file: 'favicon-32x32.png', size: 32 },
  { file: 'apple-touch-icon.png', size: 180, ground: '#fbfaf8' },
  { file: 'icon-192x192.png', size: 192, ground: '#fbfaf8' },
  { file: 'icon-512x512.png', size: 512, ground: '#fbfaf8' },
];

const browser = await chromium.launch({
  executablePath: process.argv[2],
  args: ['--no-sandbox'],
});
const page = await browser.newPage({ colorScheme: 'light' });
for (const { file, size, ground } of ICONS) {
  const inner = ground ? Math.round(size * 0.64) : size;
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:${
      ground ?? 'transparent'
    }}svg{width:${inner}px;height:${inner}px}</style>${mark}`,
  );
  await page.screenshot({
    path: path.join(folder, file),
    omitBackground: true,
  });
}
await browser.close();

// An .ico file may hold a PNG as it is: a header of 6 bytes, one entry of 16, the image.
const png = fs.readFileSync(path.join(folder, 'favicon-32x32.png'));
const head = Buffer.alloc(22);
head.writeUInt16LE(1, 2);
head.writeUInt16LE(1, 4);
head.writeUInt8(32, 6);
head.writeUInt8(32, 7);
head.writeUInt16LE(1, 10);
head.writeUInt16LE(32, 12);
head.writeUInt32LE(png.length, 14);
head.writeUInt32LE(head.length, 18);
fs.writeFileSync(path.join(folder, 'favicon.ico'), Buffer.concat([head, png]));
