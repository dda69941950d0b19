import type { TokenReader } from '../../private/token-reader';
import { IssueCode } from '../generated/issue-code.generated';
import { BottlerocketIssue } from '../issue';
import { isList, isTable, joinPath, TomlTable, TomlToken, TomlValue } from '../model/document';
import { issue } from '../report';
import { Visit } from './visit';

const PROXY = 'settings.network.https-proxy';

/** A URL with a password. */
const WITH_PASSWORD = /^[a-z]+:\/\/[^/@\s:]*:[^/@\s]+@/i;

const REGISTRY_CREDENTIALS = 'settings.container-registry.credentials';

/** What it takes to read user data. */
const RIGHT = 'ec2:DescribeInstanceAttribute';

const FOR_REGISTRIES =
  'Give the role of the nodes access to Amazon ECR, or use a pull secret of Kubernetes. Where neither works, pass allowRegistryCredentials: true.';

/** How secrets are looked for. */
export interface SecretOptions {
  readonly tokens: TokenReader;
  /** Whether registry credentials may stand in the user data. */
  readonly allowRegistryCredentials: boolean;
}

/**
 * Finds secrets, and values of settings that are made for secrets: user data can be read by more people and programs
 * than most think of.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
export function checkSecrets(document: TomlTable, options: SecretOptions): BottlerocketIssue[] {
  const issues: BottlerocketIssue[] = [];
  const sensitive = sensitivePaths(document);
  visitValues(document, 'settings', (value, path) => {
    const isCredential = path.startsWith(`${REGISTRY_CREDENTIALS}[`) && sensitive.has(path);
    const secret = options.tokens.secretIn(value);
    if (isCredential && options.allowRegistryCredentials) {
      issues.push(
        issue(IssueCode.REGISTRY_CREDENTIALS_IN_USER_DATA, {
          path,
          message: `These credentials can be read by anyone with the right ${RIGHT}.`,
        }),
      );
    } else if (secret !== undefined || isCredential) {
      issues.push(
        issue(IssueCode.SECRET_IN_USER_DATA, {
          path,
          message: `${secret === undefined ? 'Credentials' : capitalise(secret)} would stand in the user data, which anyone with the right ${RIGHT} can read.`,
          fix: isCredential ? FOR_REGISTRIES : undefined,
        }),
      );
    } else if (path === PROXY && typeof value === 'string' && WITH_PASSWORD.test(value)) {
      issues.push(
        issue(IssueCode.SENSITIVE_VALUE_IN_USER_DATA, {
          path,
          message: `The password of the proxy can be read by anyone with the right ${RIGHT}.`,
          fix: 'Let the proxy know its clients by their address.',
        }),
      );
    } else if (sensitive.has(path) && value !== '' && !options.tokens.isToken(value)) {
      issues.push(
        issue(IssueCode.SENSITIVE_VALUE_IN_USER_DATA, {
          path,
          message: `This setting is made for secrets, and its value can be read by anyone with the right ${RIGHT}.`,
        }),
      );
    }
  });
  return issues;
}

const SENSITIVE = new Visit({ entry: ({ sensitive }) => sensitive === true });

function sensitivePaths(document: TomlTable): ReadonlySet<string> {
  const paths = new Set<string>();
  SENSITIVE.through(document, {
    present: (entry, path) => {
      if (entry.sensitive === true) {
        paths.add(path);
      }
    },
  });
  return paths;
}

/** Goes through all single values, those of settings that the model does not know included. */
function visitValues(value: TomlValue, path: string, visit: (value: unknown, path: string) => void): void {
  if (isTable(value)) {
    Object.keys(value).forEach((key) => visitValues(value[key]!, joinPath(path, key), visit));
  } else if (isList(value)) {
    value.forEach((item, index) => visitValues(item, `${path}[${index}]`, visit));
  } else {
    visit(value instanceof TomlToken ? value.token : value, path);
  }
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
