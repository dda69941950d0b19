import { BottlerocketSettings, UserDataTarget } from '../../../lib/settings';
import { CDK_TOKENS } from '../../../lib/private/cdk-tokens';
import { checkDocument, DocumentFacts } from '../../../lib/settings/check/check-document';
import { readSettings } from '../../../lib/settings/check/read';
import { osContext } from '../../../lib/settings/model/os-context';

const { context } = osContext({ variant: 'aws-k8s-1.35' });

function codes(settings: BottlerocketSettings, facts: Partial<DocumentFacts> = {}): string[] {
  const { document, issues } = readSettings(settings, 'property', CDK_TOKENS, context);
  const all = {
    tokens: CDK_TOKENS,
    context,
    target: UserDataTarget.EC2,
    before: issues,
    mayGrow: false,
    joins: true,
    needsCluster: false,
  };
  return checkDocument(document, { ...all, ...facts }).map(({ code, severity }) => `${code} ${severity}`);
}

const SOFT = { kubernetes: { evictionSoft: { memoryAvailable: '1Gi' } } };

test('what others refuse of settings together is an error', () => {
  expect(codes(SOFT)).toEqual(['EvictionGracePeriodMissing error']);
});

test('as long as more may come, nothing is missing', () => {
  expect(codes(SOFT, { mayGrow: true })).toEqual([]);
  expect(codes({ kubernetes: { credentialProviders: { a: { enabled: true } as never } } }, { mayGrow: true })).toEqual([
    'CredentialProviderUnknown warning',
  ]);
});

test('as long as more may come, what contradicts itself still does', () => {
  const kubernetes = { shutdownGracePeriod: '1s', shutdownGracePeriodForCriticalPods: '2s' };
  expect(codes({ kubernetes }, { mayGrow: true })).toEqual(['ShutdownGracePeriods error']);
});

test('of settings that are only a part, single values that only others refuse are warnings', () => {
  expect(codes({ kubernetes: { registryQps: -1 } })).toEqual(['KubeletLimit error']);
  expect(codes({ kubernetes: { registryQps: -1 } }, { joins: false })).toEqual(['KubeletLimit warning']);
});

test('settings of the cluster are asked for where nothing else gives them', () => {
  const missing = Array(3).fill('ClusterSettingMissing error');
  expect(codes({}, { needsCluster: true })).toEqual(missing);
  expect(codes({}, { needsCluster: true, target: UserDataTarget.EKS_MANAGED })).toEqual([]);
  expect(codes({}, { needsCluster: true, target: UserDataTarget.KARPENTER })).toEqual([]);
});
