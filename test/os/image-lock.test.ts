import { ImageLock, releaseOf, renderImageLock } from '../../lib/os/image-lock';
import { parseImageLock } from '../../lib/os/image-lock-parse';

const LOCK: ImageLock = {
  images: {
    'aws-k8s-1.35-nvidia': {
      version: '1.66.0-abcdef12',
      imageIds: { x86_64: { 'us-east-1': 'ami-00000000000000003' } },
    },
    'aws-ecs-3': { version: '1.65.1-00000000', imageIds: {} },
    'aws-k8s-1.35': {
      version: '1.66.0-abcdef12',
      imageIds: {
        x86_64: { 'us-east-1': 'ami-00000000000000002', 'eu-west-1': 'ami-00000000000000001' },
        arm64: { 'eu-west-1': 'ami-0000000a' },
      },
    },
  },
};

const TEXT = `{
  "schemaVersion": 1,
  "images": {
    "aws-ecs-3": {
      "version": "1.65.1-00000000",
      "imageIds": {}
    },
    "aws-k8s-1.35": {
      "version": "1.66.0-abcdef12",
      "imageIds": {
        "arm64": {
          "eu-west-1": "ami-0000000a"
        },
        "x86_64": {
          "eu-west-1": "ami-00000000000000001",
          "us-east-1": "ami-00000000000000002"
        }
      }
    },
    "aws-k8s-1.35-nvidia": {
      "version": "1.66.0-abcdef12",
      "imageIds": {
        "x86_64": {
          "us-east-1": "ami-00000000000000003"
        }
      }
    }
  }
}
`;

test('a lock is written with sorted keys, one value a line, and ends with a line end', () => {
  expect(renderImageLock(LOCK)).toBe(TEXT);
});

test('what is written is read back, and written again byte by byte', () => {
  const { lock, issues } = parseImageLock(TEXT);
  expect(issues).toEqual([]);
  expect(JSON.parse(JSON.stringify(lock))).toEqual(LOCK);
  expect(renderImageLock(lock!)).toBe(TEXT);
});

test('an empty lock is a lock', () => {
  const text = renderImageLock({ images: {} });
  expect(text).toBe('{\n  "schemaVersion": 1,\n  "images": {}\n}\n');
  expect(parseImageLock(text).lock).toBeDefined();
});

test('the release of a version comes without the commit', () => {
  expect(releaseOf('1.66.0-abcdef12')).toBe('1.66.0');
});
