import type { Position } from '../private/line-index';
import { nearest } from '../settings/check/suggest';
import { IssueCode } from '../settings/generated/issue-code.generated';
import { BottlerocketIssue } from '../settings/issue';
import { joinPath } from '../settings/model/document';
import { Finding, issue, show } from '../settings/report';
import {
  IMAGE_LOCK_ARCHITECTURES,
  IMAGE_LOCK_FILE,
  IMAGE_LOCK_PATTERNS,
  IMAGE_LOCK_SCHEMA_VERSION,
  ImageLock,
  LockedImages,
} from './image-lock';
import { JsonPlaces, locateJson } from './json-places';

/** What came of reading a lock. */
export interface ImageLockResult {
  /** The lock; undefined when anything in it is wrong. */
  readonly lock?: ImageLock;
  readonly issues: BottlerocketIssue[];
}

/**
 * Reads the text of a lock. Never throws, whatever the text.
 *
 * @param file the name of the file, for messages
 */
export function parseImageLock(source: string, file = IMAGE_LOCK_FILE): ImageLockResult {
  // Editors on Windows put a byte order mark there.
  const text = source.replace(/^\uFEFF/, '');
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { issues: [{ ...notJson(text, error), source: file }] };
  }
  const reader = new LockReader(data, locateJson(text));
  const lock = reader.read();
  const issues = reader.issues.map((found) => ({ ...found, source: file }));
  return issues.length === 0 ? { lock, issues } : { issues };
}

function notJson(text: string, error: unknown): BottlerocketIssue & Position {
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
  const finding: Finding =
    conflict === null
      ? { path: '(file)', message: `This is not JSON: ${(error as Error).message.replace(/\s+/g, ' ')}.` }
      : {
          path: '(file)',
          message: 'A conflict of a merge was left in the file.',
          received: show(text.slice(conflict.index).split(/\r?\n/, 1)[0]),
          fix: 'Take one side, then run npx cdk-bottlerocket image lock to bring it up to date.',
        };
  const offset = conflict?.index ?? Number(/ position (\d+)/.exec((error as Error).message)?.[1] ?? text.length);
  const before = text.slice(0, offset).split('\n');
  return {
    ...issue(IssueCode.INVALID_IMAGE_LOCK, finding),
    line: before.length,
    column: before.at(-1)!.length + 1,
  };
}

type Table = Readonly<Record<string, unknown>>;

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class LockReader {
  public readonly issues: BottlerocketIssue[] = [];

  public constructor(
    private readonly data: unknown,
    private readonly places: JsonPlaces,
  ) {}

  public read(): ImageLock | undefined {
    const { data } = this;
    if (!isTable(data)) {
      this.wrong('(file)', 'The file does not hold an object.', data, 'an object with schemaVersion and images');
      return undefined;
    }
    // A newer format may differ in anything, so that nothing more can be said of it.
    if (this.isNewer(data.schemaVersion)) {
      return undefined;
    }
    for (const { path, line, column } of this.places.duplicates) {
      const message = 'The key is there twice, and only one of the two can be meant.';
      this.issues.push({ ...issue(IssueCode.INVALID_IMAGE_LOCK, { path, message, fix: 'Remove one.' }), line, column });
    }
    this.keysOf(data, '', ['schemaVersion', 'images']);
    if ('schemaVersion' in data && data.schemaVersion !== IMAGE_LOCK_SCHEMA_VERSION) {
      const expected = String(IMAGE_LOCK_SCHEMA_VERSION);
      this.wrong('schemaVersion', 'This is not a format of image locks.', data.schemaVersion, expected);
    }
    return { images: this.mapOf(data, 'images', '', (value, path) => this.variant(value, path)) };
  }

  private isNewer(schemaVersion: unknown): boolean {
    const newer = Number.isInteger(schemaVersion) && Number(schemaVersion) > IMAGE_LOCK_SCHEMA_VERSION;
    if (newer) {
      this.report(IssueCode.NEWER_IMAGE_LOCK, {
        path: 'schemaVersion',
        message: 'The lock was written by a newer version of cdk-bottlerocket.',
        received: show(schemaVersion),
        expected: String(IMAGE_LOCK_SCHEMA_VERSION),
      });
    }
    return newer;
  }

  private variant(value: unknown, path: string): LockedImages | undefined {
    if (!isTable(value)) {
      this.wrong(path, 'A variant is an object.', value, 'an object with version and imageIds');
      return undefined;
    }
    this.keysOf(value, path, ['version', 'imageIds']);
    const version = 'version' in value ? this.text(value.version, `${path}.version`, 'version') : undefined;
    const imageIds = this.mapOf(value, 'imageIds', path, (regions, own) =>
      isTable(regions)
        ? this.entriesOf(regions, own, 'region', (id, place) => this.text(id, place, 'imageId'))
        : this.wrong(own, 'An architecture is an object.', regions, 'an object of AMI ids by region'),
    );
    this.checkDistinct(imageIds, path);
    return { version: version ?? '', imageIds };
  }

  /** An image is for one architecture: on the other one it would not boot. */
  private checkDistinct(imageIds: LockedImages['imageIds'], path: string): void {
    for (const [region, id] of Object.entries(imageIds.x86_64 ?? {})) {
      if (imageIds.arm64?.[region] === id) {
        const message = `The image stands for both architectures in ${region}; one of the two was copied.`;
        this.wrong(`${path}.imageIds.x86_64.${region}`, message, id, 'an image of its own for each architecture');
      }
    }
  }

  /** The value of a key that is an object with names of variants or architectures. */
  private mapOf<T>(
    parent: Table,
    key: string,
    parentPath: string,
    convert: (value: unknown, path: string) => T | undefined,
  ): Record<string, T> {
    const path = pathOf(parentPath, key);
    const kind = key === 'images' ? 'variant' : 'architecture';
    const value = parent[key];
    if (isTable(value)) {
      return this.entriesOf(value, path, kind, convert);
    }
    if (key in parent) {
      this.wrong(path, `This is an object, with a key for each ${kind}.`, value, 'an object');
    }
    return Object.create(null) as Record<string, T>;
  }

  private entriesOf<T>(
    table: Table,
    path: string,
    kind: keyof typeof NAMES,
    convert: (value: unknown, path: string) => T | undefined,
  ): Record<string, T> {
    const result = Object.create(null) as Record<string, T>;
    for (const [key, value] of Object.entries(table)) {
      const own = pathOf(path, key);
      const { test, expected } = NAMES[kind];
      if (!test(key)) {
        const known = kind === 'architecture' ? nearest(ALSO_CALLED[key] ?? key, IMAGE_LOCK_ARCHITECTURES) : undefined;
        this.wrong(own, `This is not the name of a ${kind}.`, key, expected, known && `Write ${known}.`);
        continue;
      }
      const converted = convert(value, own);
      if (converted !== undefined) {
        result[key] = converted;
      }
    }
    return result;
  }

  private text(value: unknown, path: string, kind: keyof typeof VALUES): string | undefined {
    const { what, expected } = VALUES[kind];
    if (typeof value === 'string' && IMAGE_LOCK_PATTERNS[kind].test(value)) {
      return value;
    }
    return this.wrong(
      path,
      `This is not ${what}.`,
      value,
      expected,
      kind === 'version' ? versionFix(value) : undefined,
    );
  }

  /** Refuses unknown keys, and misses known ones. */
  private keysOf(table: Table, path: string, known: readonly string[]): void {
    for (const key of Object.keys(table).filter((name) => !known.includes(name))) {
      const meant = nearest(key, known);
      const fix = meant === undefined ? 'Remove it.' : `Did you mean ${meant}?`;
      this.report(IssueCode.INVALID_IMAGE_LOCK, {
        path: pathOf(path, key),
        message: 'A lock has no such key.',
        received: show(key),
        expected: known.join(', '),
        fix,
      });
    }
    for (const key of known.filter((name) => !Object.hasOwn(table, name))) {
      this.report(IssueCode.INVALID_IMAGE_LOCK, { path: pathOf(path, key), message: 'The key is missing.' });
    }
  }

  private wrong(path: string, message: string, received: unknown, expected: string, fix?: string): undefined {
    this.report(IssueCode.INVALID_IMAGE_LOCK, { path, message, received: show(received), expected, fix });
  }

  private report(code: IssueCode, finding: Finding): void {
    this.issues.push({ ...issue(code, finding), ...this.places.positionOf(finding.path) });
  }
}

const NAMES = {
  variant: {
    test: (name: string) => IMAGE_LOCK_PATTERNS.variant.test(name),
    expected: 'a name such as aws-k8s-1.35, aws-k8s-1.35-nvidia or aws-ecs-3',
  },
  architecture: {
    test: (name: string) => IMAGE_LOCK_ARCHITECTURES.includes(name),
    expected: IMAGE_LOCK_ARCHITECTURES.join(', '),
  },
  region: {
    test: (name: string) => IMAGE_LOCK_PATTERNS.region.test(name),
    expected: 'a region such as eu-west-1',
  },
};

const VALUES = {
  version: { what: 'a version', expected: 'a release with its commit, without a leading v, such as 1.66.0-abcdef12' },
  imageId: { what: 'the id of an image', expected: 'ami- with 17 hexadecimal digits, or 8 of old ones' },
};

/** What architectures are called elsewhere. */
const ALSO_CALLED: Readonly<Record<string, string | undefined>> = {
  aarch64: 'arm64',
  amd64: 'x86_64',
  x64: 'x86_64',
};

function versionFix(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const bare = value.replace(/^v/, '');
  if (IMAGE_LOCK_PATTERNS.version.test(bare)) {
    return `Write ${bare}.`;
  }
  return /^\d+\.\d+\.\d+$/.test(bare)
    ? `Run npx cdk-bottlerocket image lock --os-version ${bare}, which finds the commit and the images of it.`
    : undefined;
}

function pathOf(parent: string, key: string): string {
  return joinPath(parent, key).replace(/^\./, '');
}
