import { NO_TOKENS } from '../../../lib/private/token-reader';
import { UserDataTarget } from '../../../lib/settings';
import { newTable, TomlTable, TomlValue } from '../../../lib/settings/model/document';
import { writeToml } from '../../../lib/settings/toml/write-toml';
import { WrittenTable } from '../../../lib/settings/toml/written-table';

const { EC2, EKS_MANAGED } = UserDataTarget;

/** One that nothing was written for. */
const freshTokens = () => ({ ...NO_TOKENS, isToken: () => false });

function table(content: Record<string, TomlValue>): TomlTable {
  return Object.assign(newTable(), content);
}

test('a line is remembered for its place, key and value', () => {
  const written = new WrittenTable();
  written.learnLine(2, 'motd', 'a', '\nmotd = "a"');
  expect(written.lineOf(2, 'motd', 'a')).toBe('\nmotd = "a"');
  expect([written.lineOf(1, 'motd', 'a'), written.lineOf(2, 'motd', 'b'), written.lineOf(2, 'other', 'a')]).toEqual(
    Array(3).fill(undefined),
  );
});

test('what cannot be written is said each time', () => {
  const tokens = freshTokens();
  const document = table({ motd: `both ' and "`, network: table({ hostname: `both ' and "` }) });
  const paths = (target: UserDataTarget) => writeToml(document, target, tokens).issues.map(({ path }) => path);
  const each = [EKS_MANAGED, EKS_MANAGED, EC2, EKS_MANAGED].map(paths);
  const all = ['settings.motd', 'settings.network.hostname'];
  expect(each).toEqual([all, all, [], all]);
});

test('a table is written again when something above, below or beside it has changed', () => {
  const tokens = freshTokens();
  const inner = table({ 'example.com/a': 'b' });
  const groups: Record<string, TomlValue>[] = [
    { kubernetes: table({ 'max-pods': 10, 'node-labels': inner }), motd: 'a' },
    { kubernetes: table({ 'max-pods': 10, 'node-labels': inner }), motd: 'b' },
    { kubernetes: table({ 'max-pods': 11, 'node-labels': inner }), motd: 'b' },
    { kubernetes: table({ 'max-pods': 11, 'node-labels': table({ 'example.com/a': 'c' }) }) },
    { motd: 'b' },
  ];
  for (const content of groups) {
    const [warm, cold] = [tokens, freshTokens()].map((own) => writeToml(table(content), EC2, own).text);
    expect(warm).toBe(cold);
  }
});

test('a list of tables is written again when one of them has changed', () => {
  const tokens = freshTokens();
  const [first, second, third] = ['a', 'b', 'c'].map((registry) => table({ registry }));
  for (const mirrors of [[first!, second!], [first!], [third!, second!], [second!, third!]]) {
    const content = { 'container-registry': table({ mirrors }) };
    const [warm, cold] = [tokens, freshTokens()].map((own) => writeToml(table(content), EC2, own).text);
    expect(warm).toBe(cold);
  }
});

test('many tables of a map do not fill the memory', () => {
  const written = new WrittenTable();
  const first = written.below('0');
  expect(written.below('0')).toBe(first);
  for (let index = 1; index <= 1000; index++) {
    written.below(String(index));
  }
  expect(written.below('0')).not.toBe(first);
});
