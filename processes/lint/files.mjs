// Where models and forms are, and how findings are printed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const PROCESSES = join(ROOT, 'processes');
export const DECISIONS = join(PROCESSES, 'decisions');
export const TEMPLATES = join(PROCESSES, 'element-templates');
export const FORMS = join(ROOT, 'forms');

/** The files of a folder with this ending, with their names and texts; none if there is no such folder. */
export function read(folder, ending) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder).filter(file => file.endsWith(ending)).sort()
    .map(file => ({ path: join(folder, file), name: basename(file, ending),
      text: readFileSync(join(folder, file), 'utf8') }));
}

/** Checks every file, prints what was found, and fails the run if it was anything. */
export async function lint(files, check) {
  let findings = 0;
  for (const file of files) {
    const found = [];
    await check(file, message => found.push(message));
    if (found.length > 0) {
      console.log(`\n${file.path}\n${found.map(message => `  ${message}`).join('\n')}`);
    }
    findings += found.length;
  }
  if (findings > 0) {
    console.log(`\n${findings} ${findings === 1 ? 'problem' : 'problems'}`);
    process.exitCode = 1;
  }
}
