import { Lazy } from 'aws-cdk-lib';
import { IssueCode, NodeTaint, TaintEffect } from '../../lib';
import { checkLabels, checkTaints } from '../../lib/node/labels';

describe('labels', () => {
  test.each([
    ['example.com/team', 'blue'],
    ['plain', ''],
    ['node.kubernetes.io/pool', 'a'],
    ['sub.node.kubernetes.io/pool', 'a'],
    ['kubelet.kubernetes.io/x', 'a'],
    ['topology.kubernetes.io/zone', 'a'],
    ['notkubernetes.io/x', 'a'],
    ['example.com/late', Lazy.string({ produce: () => 'x' })],
  ])('%s is taken', (key, value) => {
    expect(checkLabels({ [key]: value }, 'labels')).toEqual([]);
  });

  test.each([
    ['-bad', 'x'],
    ['a b', 'x'],
    [`${'a'.repeat(64)}`, 'x'],
    ['fine', 'not fine'],
    ['fine', true as unknown as string],
  ])('%s=%s is refused, as Kubernetes does', (key, value) => {
    expect(checkLabels({ [key]: value }, 'labels')).toMatchObject([{ code: IssueCode.INVALID_LABEL }]);
  });

  test('a list is refused, whose places would become keys', () => {
    expect(checkLabels(['team=payments'] as never, 'labels')).toMatchObject([
      { code: IssueCode.INVALID_LABEL, path: 'labels', received: '["team=payments"]' },
    ]);
  });

  test.each(['kubernetes.io/team', 'node-role.kubernetes.io/worker', 'x.k8s.io/y'])(
    '%s is refused, since the kubelet does not start with it',
    (key) => {
      const [found] = checkLabels({ [key]: 'x' }, 'labels');
      expect(found).toMatchObject({ code: IssueCode.INVALID_LABEL, path: `labels["${key}"]` });
      expect(found!.message).toContain('kubelet');
    },
  );

  test('with a key that is only known at deployment are refused', () => {
    const key = Lazy.string({ produce: () => 'x' });
    expect(checkLabels({ [key]: 'x' }, 'labels')).toMatchObject([{ code: IssueCode.TOKEN_AS_KEY }]);
  });
});

describe('taints', () => {
  const effect = TaintEffect.NO_SCHEDULE;

  test.each<NodeTaint[]>([
    [{ key: 'nvidia.com/gpu', value: 'true', effect }],
    [{ key: 'a', effect }],
    [{ key: Lazy.string({ produce: () => 'x' }), effect }],
  ])('%j is taken', (taint) => {
    expect(checkTaints([taint], 'taints')).toEqual([]);
  });

  test('one key with two effects is taken', () => {
    const taints = [
      { key: 'a', effect },
      { key: 'a', effect: TaintEffect.NO_EXECUTE },
    ];
    expect(checkTaints(taints, 'taints')).toEqual([]);
  });

  test.each<[NodeTaint[], string]>([
    [[{ key: 'a b', effect }], 'taints[0].key'],
    [[{ key: 'a', value: 'x y', effect }], 'taints[0].value'],
    [[{ key: 'a', effect: 'NO_SCHEDULE' as TaintEffect }], 'taints[0].effect'],
    [
      [
        { key: 'a', value: 'x', effect },
        { key: 'a', value: 'y', effect },
      ],
      'taints[1]',
    ],
  ])('%j is refused', (taints, path) => {
    expect(checkTaints(taints, 'taints')).toMatchObject([{ code: IssueCode.INVALID_TAINT, path }]);
  });

  test.each([
    ['NO_SCHEDULE', 'NO_SCHEDULE'],
    ['PREFER_NO_SCHEDULE', 'PREFER_NO_SCHEDULE'],
    ['NoExecut', 'NO_EXECUTE'],
    ['noschedule', 'NO_SCHEDULE'],
  ])('an effect %s, as aws-cdk-lib or a typing mistake has it, is answered with the right one', (wrong, member) => {
    const [found] = checkTaints([{ key: 'a', effect: wrong as TaintEffect }], 'taints');
    const value = TaintEffect[member as keyof typeof TaintEffect];
    expect(found!.fix).toBe(`Write ${value}, which is TaintEffect.${member} of cdk-bottlerocket.`);
  });

  test('an effect that is like none is not guessed', () => {
    const [found] = checkTaints([{ key: 'a', effect: 'Evict' as TaintEffect }], 'taints');
    expect(found!.fix).toBe('Write the taint as the message says.');
  });
});
