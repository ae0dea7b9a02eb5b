/** The probe as one Python source: its parts in the order of their names. */
import { readdir, readFile } from 'node:fs/promises';

const folder = new URL('../src/probe/python/', import.meta.url);

export async function probeSource() {
  const parts = (await readdir(folder)).filter(name => name.endsWith('.py'));
  const texts = await Promise.all(
    parts.sort().map(name => readFile(new URL(name, folder), 'utf8'))
  );
  return texts.join('\n\n');
}
