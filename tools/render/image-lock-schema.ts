import {
  IMAGE_LOCK_ARCHITECTURES,
  IMAGE_LOCK_FILE,
  IMAGE_LOCK_PATTERNS,
  IMAGE_LOCK_SCHEMA_VERSION,
} from '../../lib/os/image-lock';

/** docs/image-lock.schema.json: for editors and for tools that read lock files. */
export function renderImageLockSchema(): string {
  const { variant, version, region, imageId } = IMAGE_LOCK_PATTERNS;
  const regions = {
    type: 'object',
    description: 'AMI ids, by region.',
    patternProperties: { [region.source]: { type: 'string', pattern: imageId.source } },
    additionalProperties: false,
  };
  const images = {
    type: 'object',
    required: ['version', 'imageIds'],
    properties: {
      version: {
        type: 'string',
        description: 'The release of Bottlerocket, with its commit.',
        pattern: version.source,
      },
      imageIds: {
        type: 'object',
        description: 'AMI ids, by architecture and then by region.',
        properties: Object.fromEntries(IMAGE_LOCK_ARCHITECTURES.map((name) => [name, regions])),
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  };
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `${IMAGE_LOCK_FILE}, written by cdk-bottlerocket image lock`,
    type: 'object',
    required: ['schemaVersion', 'images'],
    properties: {
      schemaVersion: { const: IMAGE_LOCK_SCHEMA_VERSION, description: 'The format of the file.' },
      images: {
        type: 'object',
        description: 'What each variant launches, by the name of the variant.',
        patternProperties: { [variant.source]: images },
        additionalProperties: false,
      },
    },
    additionalProperties: false,
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
