import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GROUPS } from '../../lib/cli/commands';
import { terminalsOf, withOutput } from '../helpers/cli-page';

const PAGE = join(__dirname, '..', '..', 'docs', 'cli.md');
const TEXT = readFileSync(PAGE, 'utf8');

test('the page shows what the commands print', async () => {
  const shown = await withOutput(TEXT);
  if (process.env.UPDATE_GOLDEN === 'yes') {
    writeFileSync(PAGE, shown);
  } else {
    expect(terminalsOf(TEXT)).toEqual(terminalsOf(shown));
  }
});

test('the page has a section for every command, and names every option', () => {
  for (const { name: group, commands } of GROUPS) {
    for (const { name, options } of commands) {
      expect(TEXT).toContain(`\n## ${group === undefined ? '' : `${group} `}${name}\n`);
      options.forEach((option) => expect(TEXT).toContain(`--${option.name}`));
    }
  }
});
