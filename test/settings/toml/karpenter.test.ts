import { newTable, TomlTable, TomlToken, TomlValue } from '../../../lib/settings/model/document';
import { forKarpenter } from '../../../lib/settings/toml/karpenter';
import { plain } from '../../helpers/toml';

function table(entries: Record<string, TomlValue>): TomlTable {
  return Object.assign(newTable(), entries);
}

test('thresholds become text, the only form that Karpenter reads', () => {
  const kubernetes = table({
    'image-gc-high-threshold-percent': 85,
    'image-gc-low-threshold-percent': 80n,
    'max-pods': 58,
  });
  expect(plain(forKarpenter(table({ kubernetes, motd: 'x' })))).toEqual({
    kubernetes: { 'image-gc-high-threshold-percent': '85', 'image-gc-low-threshold-percent': '80', 'max-pods': 58 },
    motd: 'x',
  });
});

test('text stays text, and what is only known at deployment stays as it is', () => {
  const token = new TomlToken('bare', 1);
  const kubernetes = table({ 'image-gc-high-threshold-percent': '85', 'image-gc-low-threshold-percent': token });
  expect(forKarpenter(table({ kubernetes })).kubernetes).toEqual(kubernetes);
});

test('the input is not changed', () => {
  const document = table({ kubernetes: table({ 'image-gc-high-threshold-percent': 85 }) });
  forKarpenter(document);
  expect(plain(document)).toEqual({ kubernetes: { 'image-gc-high-threshold-percent': 85 } });
});

test('other documents pass', () => {
  const document = table({ motd: 'x', kubernetes: 'wrong' });
  expect(forKarpenter(document)).toEqual(document);
});

test('bootstrap commands have a mode: Karpenter would write an empty one, which the OS refuses', () => {
  const commands = table({ first: table({ essential: true }), second: table({ mode: 'once' }) });
  expect(plain(forKarpenter(table({ 'bootstrap-commands': commands })))).toEqual({
    'bootstrap-commands': { first: { essential: true, mode: 'off' }, second: { mode: 'once' } },
  });
  expect(plain(commands)).toEqual({ first: { essential: true }, second: { mode: 'once' } });
});
