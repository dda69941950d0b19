import { imageOf, seedOf } from '../../../tools/deploy/seed';

const LOCK = JSON.stringify({
  images: {
    'aws-k8s-1.35-nvidia': {
      version: '1.66.0-0123abcd',
      imageIds: { x86_64: { 'us-east-1': 'ami-1', 'eu-west-1': 'ami-2' } },
    },
  },
});

describe('what exists before a deployment', () => {
  test('are the images that locks name in the region', () => {
    expect(seedOf([LOCK], [], 'us-east-1')).toEqual({
      images: [
        { id: 'ami-1', name: 'bottlerocket-aws-k8s-1.35-nvidia-x86_64-v1.66.0-0123abcd', architecture: 'x86_64' },
      ],
      parameters: {},
    });
  });

  test('are the parameters that templates name, each with an image of its own', () => {
    const parameter = (leaf: string) => `/aws/service/bottlerocket/aws-ecs-2/arm64/1.65.1/${leaf}`;
    const template = JSON.stringify([parameter('image_id'), parameter('image_version')]);
    const { images, parameters } = seedOf([], [template], 'us-east-1');
    expect(images).toHaveLength(1);
    expect(parameters[parameter('image_id')]).toBe(images[0]!.id);
    expect(imageOf(images[0]!.name)).toEqual({ variant: 'aws-ecs-2', architecture: 'arm64', version: '1.65.1' });
  });

  test('are no images of other systems', () => {
    expect(() => imageOf('al2023-ami-minimal')).toThrow(
      'al2023-ami-minimal is not the name of an image of Bottlerocket',
    );
  });
});
