/** Tables that must not be loaded before they are needed. */
const TABLES = [
  '../../lib/os/generated/instance-families.generated',
  '../../lib/settings/generated/variants.generated',
  '../../lib/settings/generated/model.generated',
  '../../lib/hardening/generated/controls.generated',
];

test('an app that only imports the library does not pay for its tables', () => {
  const loaded: string[] = [];
  for (const table of TABLES) {
    jest.doMock(table, () => {
      loaded.push(table);
      return jest.requireActual<object>(table);
    });
  }
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would come before the mocks
    const { BottlerocketImage, BottlerocketVariant } = require('../../lib') as typeof import('../../lib');
    BottlerocketImage.latest();
    expect(loaded).toEqual([]);
    BottlerocketVariant.ecs(3);
    expect(loaded).toEqual(['../../lib/settings/generated/variants.generated']);
  });
});
