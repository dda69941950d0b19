import { NO_TOKENS } from '../../../lib/private/token-reader';
import { readSettings } from '../../../lib/settings/check/read';
import { kubernetes, read } from '../../helpers/read';

test('the keys of users are never converted', () => {
  const labels = { camelCase: 'a', 'kebab-case': 'b', 'example.com/snake_case': 'c' };
  expect(read(kubernetes({ nodeLabels: labels }), 'property').document).toEqual(kubernetes({ 'node-labels': labels }));
});

test('keys that mean something to JavaScript mean nothing here', () => {
  const input = JSON.parse('{"kernel":{"sysctl":{"__proto__":"1","constructor":"2"},"__proto__":{"x":1}}}') as object;
  const { document, issues } = readSettings(input, 'key', NO_TOKENS);
  const sysctl = (document.kernel as Record<string, unknown>).sysctl as object;
  expect(Object.keys(sysctl)).toEqual(['__proto__', 'constructor']);
  expect(issues.map(({ path }) => path)).toEqual(['settings.kernel.__proto__']);
});
