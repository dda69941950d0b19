import { nodesOf } from '../../../tools/deploy/checks/nodes';
import { CheckedDocument, checkUserData, disagreements } from '../../../tools/deploy/checks/user-data';
import { StackFacts } from '../../../tools/deploy/facts';
import { group, launchTemplate, nodegroup, stackFacts, USER_DATA } from '../../helpers/stack-facts';

const FINE: CheckedDocument = { ok: true, issues: [] };
const ISSUE = { code: 'UnknownSetting', path: 'settings.kernel.lock', message: 'no such setting' };

async function check(facts: StackFacts, answer = FINE) {
  const asked: (readonly string[])[] = [];
  const result = await checkUserData(nodesOf(facts).nodes, facts, (_, options) => {
    asked.push(options);
    return Promise.resolve(answer);
  });
  return { ...result, asked };
}

const GROUP = stackFacts({ launchTemplates: [launchTemplate()], groups: [group()] });

describe('user data', () => {
  test('must be complete where EKS adds nothing', async () => {
    const options = ['--variant', 'aws-ecs-2', '--os-version', '1.66.0', '--target', 'ec2', '--complete'];
    expect(await check(GROUP)).toEqual({ problems: [], warnings: [], documents: 1, asked: [options] });
  });

  test('of managed node groups is judged as EKS reads it', async () => {
    const template = launchTemplate({ imageId: null });
    const { asked } = await check(stackFacts({ launchTemplates: [template], nodegroups: [nodegroup()] }));
    expect(asked).toEqual([['--variant', 'aws-k8s-1.35', '--os-version', '1.66.0', '--target', 'eks-managed']]);
  });

  test('that the command line refuses is a problem', async () => {
    const { problems } = await check(GROUP, { ok: false, issues: [ISSUE] });
    expect(problems).toEqual(['Group: UnknownSetting settings.kernel.lock: no such setting']);
    expect((await check(GROUP, { ok: false, issues: [] })).problems).toHaveLength(1);
  });

  test('with warnings is told', async () => {
    const { problems, warnings } = await check(GROUP, { ok: true, issues: [ISSUE] });
    expect({ problems, warnings }).toEqual({ problems: [], warnings: ['UnknownSetting'] });
  });

  test('that is not there is a problem', async () => {
    const facts = stackFacts({ launchTemplates: [launchTemplate({ document: null })], groups: [group()] });
    expect((await check(facts)).problems).toEqual(['Group: no user data']);
  });

  test('of a running instance must be that of its launch template', async () => {
    const instance = (id: string, text: string) => ({ id, imageId: 'ami-1', document: { text } });
    const Instances = [instance('i-1', USER_DATA), instance('i-2', 'other')];
    const { problems, documents } = await check({ ...GROUP, groups: [group({ Instances })] });
    expect(problems).toEqual(['i-2: other user data than in any launch template']);
    expect(documents).toBe(3);
  });

  test.each([
    ['another parser refuses', { text: 'a = 1', error: 'Expected a value' }, 'Python cannot parse'],
    ['another parser reads in another way', { text: 'a = 1', values: { a: 2 } }, 'do not read the same'],
    [
      'has what the emulator made up',
      { text: 'a = "not-emulated:x"', values: { a: 'not-emulated:x' } },
      'has not-emulated in it',
    ],
    ['has a token', { text: 'a = "${Token[A.1]}"', values: { a: '${Token[A.1]}' } }, 'has ${Token[ in it'],
  ])('that %s is a problem', (_, document, problem) => {
    expect(disagreements(document)).toEqual([expect.stringContaining(problem)]);
  });
});
