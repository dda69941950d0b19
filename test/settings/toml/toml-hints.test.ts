import { isMistake, parseToml, TomlMistake } from '../../../lib/settings/toml/parse-toml';

const K = '[settings.kubernetes]\n';
const LABELS = '[settings.kubernetes.node-labels]\n';

/** What a text shows of the habits of other formats, and what is said about it. */
test.each([
  ['MIME around the text', 'MIME-Version: 1.0\nContent-Type: multipart/mixed\n', 'MIME'],
  ['a shell script', '#!/bin/bash\nyum update', 'no shell'],
  ['a script for Windows', '<powershell>\nWrite-Host\n</powershell>', 'no shell'],
  ['cloud-init', '#cloud-config\npackages: []', 'no cloud-init'],
  ['base64', 'W3NldHRpbmdzLmt1YmVybmV0ZXNd\n', 'base64'],
  ['JSON', '{ "settings": {} }', 'JSON'],
  ['a placeholder of a shell or template', `${K}max-pods = \${PODS}`, 'placeholder'],
  ['a placeholder in braces', `${K}max-pods = {{ pods }}`, 'placeholder'],
  ['quotes of a word processor', `${K}cluster-name = \u201Cdemo\u201D`, 'straight quotes'],
  ['a comment of another language', `${K}max-pods = 1 // few`, '#'],
  ['a line that is such a comment', `// few\n${K}`, '#'],
  ['a colon in place of the equals sign', `${K}max-pods: 110`, 'max-pods = value'],
  ['a colon behind a quoted key', `${LABELS}"a":"b"`, 'a = value'],
  ['a colon in an inline table', `${K}node-labels = { team: "b" }`, '{ key = value }'],
  ['a key with a slash and without quotes', `${LABELS}example.com/team = "b"`, '"example.com/team"'],
  ['a header without its end', `[settings.kubernetes\nmax-pods = 1`, '[settings.kubernetes].'],
  ['a boolean of Python', `${K}standalone-mode = True`, 'true or false'],
  ['a boolean of YAML', `${K}standalone-mode = yes`, 'true or false'],
  ['null', `${K}max-pods = null`, 'no null'],
  ['nothing', `${K}max-pods =`, 'Give a value'],
  ['a comma at the end of a line', `${K}max-pods = 110,`, 'comma'],
  ['a number with a zero in front', `${K}max-pods = 0110`, 'zeros'],
  ['text without quotes', `${LABELS}label1 = foo`, '"foo"'],
  ['an address without quotes', `${K}cluster-dns-ip = 10.0.0.10`, '"10.0.0.10"'],
  ['quotes that are not closed', `${LABELS}team = "b`, 'Close the quotes'],
  ['text of several lines in single quotes', `${LABELS}team = "a\nb"`, '"""'],
  ['backslashes', `${K}cluster-name = "C:\\path"`, 'backslash'],
  ['a list without its end', '[settings.ntp]\ntime-servers = ["a"', 'bracket'],
  ['two settings on a line', `${K}max-pods = 1 log-level = 2`, 'line of its own'],
  ['one header twice, by two writers', `${K}max-pods = 1\n${K}log-level = 2`, 'under one header'],
  ['one key twice', `${K}max-pods = 1\nmax-pods = 2`, 'max-pods once'],
  ['newer TOML', `${K}node-labels = { team = "b", }`, 'on one line'],
])('%s', (_, text, fix) => {
  const mistake = parseToml(text) as TomlMistake;
  expect(isMistake(mistake)).toBe(true);
  expect(mistake.fix).toContain(fix);
});

test('nothing is said where nothing familiar is seen', () => {
  expect((parseToml(`${K}max-pods == 1`) as TomlMistake).fix).toBeUndefined();
});

test('long lines do not take long', () => {
  const line = `${K}a = ${'"a'.repeat(100000)}`;
  const start = Date.now();
  expect(isMistake(parseToml(line))).toBe(true);
  expect(Date.now() - start).toBeLessThan(1000);
});
