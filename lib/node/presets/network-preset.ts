import * as iam from 'aws-cdk-lib/aws-iam';
import {
  BottlerocketSettings,
  CredentialProvider,
  DnsSettings,
  IssueCode,
  NetworkHost,
  RegistryCredential,
} from '../../settings';
import { ECR_CREDENTIAL_PROVIDER, ECR_IMAGE_PATTERNS } from '../../settings/check/ecr-hosts';
import { issue, throwOnErrors } from '../../settings/report';
import { NodePreset } from '../node-preset';
import type { NodeCertificates } from './certificates';
import type { ImageMirror } from './image-mirror';
import { ProxyOptions, proxySettings } from './proxy';

/** Who tells nodes the time on Amazon EC2, by IPv4 and by IPv6. Both are reached without any route. */
const TIME_SYNC = '169.254.169.123';
const TIME_SYNC_IPV6 = 'fd00:ec2::123';

/**
 * How nodes reach what is around them. All of these merge with one another; the same one twice is an error where both want
 * different values.
 */
export class NetworkPreset {
  /**
   * A proxy on the way to the internet, with all that nodes must reach without it.
   *
   * @see https://bottlerocket.dev/en/os/latest/api/settings/network/
   * @param options the proxy
   */
  public static proxy(options: ProxyOptions): NodePreset {
    return NodePreset.of('proxy', proxySettings(options));
  }

  /**
   * Mirrors of registries. On Amazon ECS there are mirrors for `docker.io` only.
   *
   * @see https://bottlerocket.dev/en/os/latest/api/settings/container-registry/
   * @param mirrors all mirrors, one for each registry
   * @throws an error when caches of Amazon ECR are in more than one region
   */
  public static registryMirrors(mirrors: ImageMirror[]): NodePreset {
    const settings: BottlerocketSettings = {
      containerRegistry: { mirrors: mirrors.map(({ registry, endpoints: endpoint }) => ({ registry, endpoint })) },
      ...askForTokens(mirrors),
    };
    return NodePreset._withGrant('registry mirrors', settings, (role: iam.IGrantable) =>
      mirrors.forEach((mirror) => mirror._grantTo(role)),
    );
  }

  /**
   * Credentials for registries. They stand in the user data, where many can read them: node groups take them only with
   * `allowRegistryCredentials: true`. For Amazon ECR the role of the nodes does, and for pods a pull secret is better.
   *
   * The container runtime looks for credentials of the host that it pulls from, which may be a mirror; the OS, for its own
   * containers, for credentials of the registry in the name of the image.
   *
   * @param credentials all credentials
   */
  public static registryCredentials(credentials: RegistryCredential[]): NodePreset {
    return NodePreset.of('registry credentials', { containerRegistry: { credentials } });
  }

  /**
   * Authorities that the OS and the container runtime trust beside those that they trust anyway, such as that of a proxy.
   * Pods and tasks do not learn of them.
   *
   * @param bundleName a name for the bundle: letters, digits and hyphens
   * @param certificates the certificates of the authorities
   */
  public static trustedCertificates(bundleName: string, certificates: NodeCertificates): NodePreset {
    return NodePreset.of(`trusted certificates ${bundleName}`, {
      pki: { [bundleName]: { data: certificates.base64, trusted: true } },
    });
  }

  /**
   * The Amazon Time Sync Service alone, without the pool on the internet that nodes ask by default as well.
   *
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/set-time.html
   * @param ipv6 whether nodes ask by IPv6, as those without IPv4 addresses must; false by default
   */
  public static amazonTimeSync(ipv6: boolean = false): NodePreset {
    return NetworkPreset.timeServers([ipv6 ? TIME_SYNC_IPV6 : TIME_SYNC]);
  }

  /**
   * Time servers in place of those that nodes ask by default: the Amazon Time Sync Service and a pool on the internet.
   *
   * @param servers host names or addresses
   */
  public static timeServers(servers: string[]): NodePreset {
    return NodePreset.of('time servers', { ntp: { timeServers: servers } });
  }

  /**
   * Name servers and search domains in place of those of the VPC. Names of the VPC, such as those of its endpoints, are then
   * found only as far as these servers know them.
   *
   * @param dns name servers and search domains
   */
  public static dns(dns: DnsSettings): NodePreset {
    return NodePreset.of('DNS', { dns });
  }

  /**
   * Names that nodes know without asking any server.
   *
   * @param hosts addresses, each with its names
   */
  public static hosts(hosts: NetworkHost[]): NodePreset {
    return NodePreset.of('hosts', { network: { hosts } });
  }

  private constructor() {}
}

/** Has the kubelet ask for tokens of Amazon ECR for images that are pulled from there under another name. */
function askForTokens(mirrors: readonly ImageMirror[]): BottlerocketSettings {
  const cached = mirrors.filter(({ _tokenRegion }) => _tokenRegion !== undefined);
  if (cached.length === 0) {
    return {};
  }
  const regions = [...new Set(cached.map(({ _tokenRegion }) => _tokenRegion!))];
  if (regions.length > 1) {
    const message = 'The kubelet gets tokens of one region.';
    throwOnErrors([issue(IssueCode.ECR_MIRROR_REFUSED, { path: 'mirrors', message, received: regions.join(', ') })]);
  }
  const provider: CredentialProvider = {
    enabled: true,
    // The list replaces the one of the OS.
    imagePatterns: [...ECR_IMAGE_PATTERNS, ...cached.map(({ registry }) => registry)],
    // The name of the image does not tell the region, and there is nothing else that does.
    environment: { AWS_REGION: regions[0]! },
  };
  return { kubernetes: { credentialProviders: { [ECR_CREDENTIAL_PROVIDER]: provider } } };
}
