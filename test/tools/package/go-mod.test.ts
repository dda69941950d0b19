import { withoutIndirectVersions } from '../../../tools/package/go-mod';

test('go.mod names the modules that the library uses, and leaves those of others to them', () => {
  const own = 'module example.com/lib\n\nrequire (\n\texample.com/cdk/v2 v2.257.0\n';
  expect(withoutIndirectVersions(`${own}\texample.com/schema/v53 v53.28.0 // indirect\n)\n`)).toBe(`${own})\n`);
  expect(withoutIndirectVersions(`${own})\n`)).toBe(`${own})\n`);
});
