import { main } from '../../lib/cli/main';
import { fakeEnvironment } from './cli-environment';

/** Files that a page shows: their first line, or that before them, is a comment with their name. */
export function filesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries<string>([
    ...[...text.matchAll(/```toml\n(# ([\w.-]+\.toml)\n[\s\S]*?)```/g)].map(([, content, name]): [string, string] => [
      name!,
      content!,
    ]),
    ...[...text.matchAll(/<!-- ([\w.-]+) -->\n```json\n([\s\S]*?)```/g)].map(([, name, content]): [string, string] => [
      name!,
      content!,
    ]),
  ]);
}

/** The blocks of a page that show a terminal. */
export function terminalsOf(text: string): string[] {
  return [...text.matchAll(/```console\n([\s\S]*?)```/g)].map(([, block]) => block!);
}

/** The same page, with what the commands in its terminals print. */
export async function withOutput(text: string): Promise<string> {
  const files = filesOf(text);
  const shown = await Promise.all(
    terminalsOf(text).map((block) =>
      terminal(
        [...block.matchAll(/^\$ (.*)$/gm)].map(([, command]) => command!),
        files,
      ),
    ),
  );
  let index = 0;
  return text.replace(/```console\n[\s\S]*?```/g, () => `\`\`\`console\n${shown[index++]}\`\`\``);
}

/** What a terminal would show. */
async function terminal(commands: readonly string[], files: Readonly<Record<string, string>>): Promise<string> {
  let code = 0;
  let shown = '';
  for (const command of commands) {
    shown += `$ ${command}\n`;
    if (command === 'echo $?') {
      shown += `${code}\n`;
      continue;
    }
    const [, line, head] = /^cdk-bottlerocket (.*?)(?: \| head -(\d+))?$/.exec(command)!;
    const environment = fakeEnvironment({ files });
    code = await main(line!.split(' '), environment);
    const output = environment.stdout.text + environment.stderr.text;
    shown += head === undefined ? output : output.split('\n').slice(0, Number(head)).join('\n') + '\n';
  }
  return shown;
}
