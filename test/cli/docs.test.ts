import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GROUPS } from '../../lib/cli/commands';
import { main } from '../../lib/cli/main';
import { fakeEnvironment } from '../helpers/cli-environment';

const PAGE = join(__dirname, '..', '..', 'docs', 'cli.md');
const TEXT = readFileSync(PAGE, 'utf8');

/** Files that the page shows: their first line, or that before them, is a comment with their name. */
const FILES: Readonly<Record<string, string>> = Object.fromEntries<string>([
  ...[...TEXT.matchAll(/```toml\n(# ([\w.-]+\.toml)\n[\s\S]*?)```/g)].map(([, content, name]): [string, string] => [
    name!,
    content!,
  ]),
  ...[...TEXT.matchAll(/<!-- ([\w.-]+) -->\n```json\n([\s\S]*?)```/g)].map(([, name, content]): [string, string] => [
    name!,
    content!,
  ]),
]);

/** What a terminal would show. */
async function terminal(commands: readonly string[]): Promise<string> {
  let code = 0;
  let shown = '';
  for (const command of commands) {
    shown += `$ ${command}\n`;
    if (command === 'echo $?') {
      shown += `${code}\n`;
      continue;
    }
    const [, line, head] = /^cdk-bottlerocket (.*?)(?: \| head -(\d+))?$/.exec(command)!;
    const environment = fakeEnvironment({ files: FILES });
    code = await main(line!.split(' '), environment);
    const output = environment.stdout.text + environment.stderr.text;
    shown += head === undefined ? output : output.split('\n').slice(0, Number(head)).join('\n') + '\n';
  }
  return shown;
}

const BLOCKS = [...TEXT.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block]) => block!);

test('the page shows what the commands print', async () => {
  const shown = await Promise.all(
    BLOCKS.map((block) => terminal([...block.matchAll(/^\$ (.*)$/gm)].map(([, command]) => command!))),
  );
  if (process.env.UPDATE_GOLDEN === 'yes') {
    let index = 0;
    writeFileSync(
      PAGE,
      TEXT.replace(/```console\n[\s\S]*?```/g, () => `\`\`\`console\n${shown[index++]}\`\`\``),
    );
  } else {
    expect(BLOCKS).toEqual(shown);
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
