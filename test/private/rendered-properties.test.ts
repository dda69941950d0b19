import { App, CfnResource, Lazy, Stack } from 'aws-cdk-lib';
import { renderedProperties } from '../../lib/private/rendered-properties';

function resource(): CfnResource {
  const properties = { Name: Lazy.string({ produce: () => 'a' }) };
  return new CfnResource(new Stack(new App(), 'Stack'), 'Resource', { type: 'A::B::C', properties });
}

test('the properties are those of the template, with overrides', () => {
  const one = resource();
  one.addPropertyOverride('Size', 1);
  expect(renderedProperties(one)).toEqual({ Name: 'a', Size: 1 });
});

test('nothing is said when this version of aws-cdk-lib does not say', () => {
  const one = resource();
  Object.assign(one, { _toCloudFormation: undefined });
  expect(renderedProperties(one)).toBeUndefined();
});
