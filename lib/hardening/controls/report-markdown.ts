import { ControlResult, ControlStatus } from './control-result';
import { benchmarks } from './control-table';

/** What a status is called. */
export const STATUS_WORDS: Readonly<Record<ControlStatus, string>> = {
  [ControlStatus.HOLDS]: 'holds',
  [ControlStatus.BROKEN]: 'does not hold',
  [ControlStatus.UNSEEN]: 'cannot be seen',
  [ControlStatus.NOT_APPLICABLE]: 'does not apply',
};

/** A report on one subject in Markdown. */
export function reportMarkdown(subject: string, results: readonly ControlResult[]): string {
  const sections = benchmarks().flatMap(({ id, title, version, see, command }) => {
    const own = results.filter(({ benchmark }) => String(benchmark) === id);
    if (own.length === 0) {
      return [];
    }
    const name = `[${title}](${see})${version === undefined ? '' : ` ${version}`}`;
    const onNode = command === undefined ? '' : ` On a node: \`${command}\`.`;
    return [`### ${title}\n\n${name}: ${countText(own)}.${onNode}\n\n${table(own)}`];
  });
  return [`## Hardening of ${inline(subject)}\n`, ...sections].join('\n');
}

/** How many controls there are of each status. */
export function countText(results: readonly ControlResult[]): string {
  return Object.values(ControlStatus)
    .map((status) => [results.filter((result) => result.status === status).length, STATUS_WORDS[status]] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words.replace(/^holds$/, count === 1 ? 'holds' : 'hold')}`)
    .join(', ')
    .replace(/(\d+) does/g, (whole, count) => (count === '1' ? whole : `${count as string} do`));
}

function table(results: readonly ControlResult[]): string {
  const hasLevels = results.some(({ level }) => level !== undefined);
  const heading = ['Control', ...(hasLevels ? ['Level'] : []), 'What holds', 'Status', 'Why'];
  const rows = results.map(({ control, level, title, status, why, evidence }) => {
    const sources = [...new Set(evidence.flatMap(({ source }) => source ?? []))];
    const setBy = sources.length === 0 ? '' : ` Set by: ${sources.join(', ')}.`;
    return [control, ...(hasLevels ? [String(level)] : []), title, STATUS_WORDS[status], `${why}${setBy}`];
  });
  const line = (cells: readonly string[]) => `| ${cells.map(inline).join(' | ')} |\n`;
  return [line(heading), `|${heading.map(() => '---').join('|')}|\n`, ...rows.map(line)].join('');
}

/** Text in one cell: what it holds comes from users, and must not become markup. */
function inline(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/[\r\n]+/g, ' ');
}
