import { ContainerdSnapshotter, EcsImagePullBehavior } from '../../../../lib/settings';
import { testRules, TOKEN, wrong } from '../../../helpers/rules';

testRules('signals to CloudFormation', [
  [
    'are void without stack and resource',
    { cloudformation: { shouldSignal: true, stackName: '' } },
    [
      'CloudFormationSignalIncomplete? cloudformation.should-signal',
      'CloudFormationSignalIncomplete? cloudformation.should-signal',
    ],
  ],
  [
    'act with both, known or not',
    { cloudformation: { shouldSignal: true, stackName: TOKEN.text, logicalResourceId: 'asg' } },
    [],
  ],
  ['need not be sent', { cloudformation: { shouldSignal: false } }, []],
  [
    'may act when one was refused',
    { cloudformation: { shouldSignal: true, stackName: 'a\n', logicalResourceId: 'asg' } },
    [],
  ],
]);

testRules('image clean-up of Amazon ECS', [
  [
    'is void when it is off',
    {
      ecs: { imageCleanupEnabled: false, imageCleanupAge: '1h', imageCleanupWait: '1h', imageCleanupDeletePerCycle: 1 },
    },
    ['image-cleanup-age', 'image-cleanup-delete-per-cycle', 'image-cleanup-wait'].map(
      (key) => `EcsImageCleanupUnused? ecs.${key}`,
    ),
  ],
  [
    'is void with images that are kept',
    { ecs: { imagePullBehavior: EcsImagePullBehavior.PREFER_CACHED, imageCleanupAge: '1h' } },
    ['EcsImageCleanupUnused? ecs.image-cleanup-age'],
  ],
  ['acts otherwise', { ecs: { imageCleanupAge: '1h', imagePullBehavior: EcsImagePullBehavior.ONCE } }, []],
  ['may act when that is not known yet', { ecs: { imageCleanupAge: '1h', imageCleanupEnabled: TOKEN.flag } }, []],
]);

testRules('limits of the metadata endpoint', [
  [
    'are void one by one',
    { ecs: { metadataServiceRps: 1 } },
    ['EcsMetadataLimitsIncomplete? ecs.metadata-service-rps'],
  ],
  [
    'are void the other way round',
    { ecs: { metadataServiceBurst: 1 } },
    ['EcsMetadataLimitsIncomplete? ecs.metadata-service-burst'],
  ],
  ['act together', { ecs: { metadataServiceBurst: 1, metadataServiceRps: TOKEN.number } }, []],
  ['may act when one was refused', { ecs: { metadataServiceBurst: 1, metadataServiceRps: wrong() } }, []],
]);

testRules('bundles of certificates', [
  ['are not trusted without a word', { pki: { a: { data: TOKEN.text } } }, ['PkiBundleNotTrusted? pki.a']],
  [
    'are what is said of them',
    { pki: { a: { data: TOKEN.text, trusted: true }, b: { data: TOKEN.text, trusted: false } } },
    [],
  ],
  [
    'are empty',
    { pki: { a: { trusted: true }, b: { trusted: true, data: ' ' } } },
    ['PkiBundleNotTrusted? pki.a', 'PkiBundleNotTrusted? pki.b'],
  ],
  ['are removed', { pki: { a: { data: '' } } }, []],
  ['were refused', { pki: { a: { data: 'x' }, b: { data: 'x', trusted: true } } }, []],
]);

const pair = { serverCertificate: 'aGk=', serverKey: 'aGk=' };

testRules('the serving certificate of the kubelet', [
  [
    'is void without its key',
    { kubernetes: { serverCertificate: 'aGk=' } },
    ['ServerCertificateIncomplete? kubernetes.server-certificate'],
  ],
  [
    'is void without the certificate',
    { kubernetes: { serverKey: TOKEN.text } },
    ['ServerCertificateIncomplete? kubernetes.server-key'],
  ],
  ['acts as a pair', { kubernetes: pair }, []],
  ['may act when one was refused', { kubernetes: { serverCertificate: 'aGk=', serverKey: 'x' } }, []],
  [
    'takes the place of a request for one',
    { kubernetes: { ...pair, serverTlsBootstrap: true } },
    ['ServerTlsBootstrapUnused? kubernetes.server-tls-bootstrap'],
  ],
  ['stands beside no request', { kubernetes: { ...pair, serverTlsBootstrap: false } }, []],
]);

const soci = { containerRuntimePlugins: { sociSnapshotter: { parallelPullUnpack: { maxConcurrentDownloads: 1 } } } };

testRules('the SOCI snapshotter', [
  ['is not in use by itself', soci, ['SociSnapshotterUnused? container-runtime-plugins.soci-snapshotter']],
  [
    'is not in use beside another one',
    { ...soci, containerRuntime: { snapshotter: ContainerdSnapshotter.OVERLAYFS } },
    ['SociSnapshotterUnused? container-runtime-plugins.soci-snapshotter'],
  ],
  ['is in use when it is chosen', { ...soci, containerRuntime: { snapshotter: ContainerdSnapshotter.SOCI } }, []],
  [
    'may be in use when that is not known yet',
    { ...soci, containerRuntime: { snapshotter: TOKEN.text as ContainerdSnapshotter } },
    [],
  ],
  ['may be in use when that was refused', { ...soci, containerRuntime: { snapshotter: wrong() } }, []],
]);

const pod = (enabled: boolean) => ({ staticPods: { a: { enabled, manifest: 'aGk=' } } });

testRules('static pods', [
  [
    'do not run when all are off',
    { kubernetes: { ...pod(true), staticPodsEnabled: false } },
    ['StaticPodsUnused? kubernetes.static-pods-enabled'],
  ],
  ['run when they are on', { kubernetes: { ...pod(true), staticPodsEnabled: true } }, []],
  ['run without a word', { kubernetes: pod(true) }, []],
  ['need not run', { kubernetes: { ...pod(false), staticPodsEnabled: false } }, []],
]);
