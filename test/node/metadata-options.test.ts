import { CfnParameter, Stack } from 'aws-cdk-lib';
import { checkMetadataOptions, renderMetadataOptions } from '../../lib/node/metadata-options';

test('sessions are required, with a hop limit of 1', () => {
  expect(renderMetadataOptions({})).toEqual({
    httpEndpoint: 'enabled',
    httpTokens: 'required',
    httpPutResponseHopLimit: 1,
  });
  expect(renderMetadataOptions({ hopLimit: 2 })).toMatchObject({ httpTokens: 'required', httpPutResponseHopLimit: 2 });
});

test.each([0, 65, 1.5, -1, NaN])('a hop limit of %p is refused', (hopLimit) => {
  expect(checkMetadataOptions({ hopLimit }, 'hopLimit')).toMatchObject([{ code: 'InvalidMetadataOptions' }]);
});

test('a hop limit from 1 to 64, or one that is only known at deployment, is taken', () => {
  const token = new CfnParameter(new Stack(), 'Number', { type: 'Number' }).valueAsNumber;
  for (const hopLimit of [undefined, 1, 64, token]) {
    expect(checkMetadataOptions({ hopLimit }, 'hopLimit')).toEqual([]);
  }
});
