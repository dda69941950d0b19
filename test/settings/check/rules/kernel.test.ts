import { KernelLockdown } from '../../../../lib/settings';
import { testRules, TOKEN, wrong } from '../../../helpers/rules';

const parameters = { kernelParameters: { foo: ['a'] }, initParameters: { bar: ['b'] } };

testRules('boot parameters', [
  [
    'are void without a reboot',
    { boot: parameters },
    ['BootParametersUnused? boot.init-parameters', 'BootParametersUnused? boot.kernel-parameters'],
  ],
  [
    'are void when a reboot is ruled out',
    { boot: { kernelParameters: { foo: ['a'] }, rebootToReconcile: false } },
    ['BootParametersUnused? boot.kernel-parameters'],
  ],
  ['act with a reboot', { boot: { ...parameters, rebootToReconcile: true } }, []],
  ['may act when that is not known yet', { boot: { ...parameters, rebootToReconcile: TOKEN.flag } }, []],
  ['may act when that was refused', { boot: { ...parameters, rebootToReconcile: wrong() } }, []],
]);

testRules('kernel modules', [
  [
    'are not loaded when they are not allowed',
    { kernel: { modules: { a: { autoload: true, allowed: false } } } },
    ['ModuleAutoloadUnused? kernel.modules.a.autoload'],
  ],
  [
    'are not loaded when nothing is said',
    { kernel: { modules: { a: { autoload: true } } } },
    ['ModuleAutoloadUnused? kernel.modules.a.autoload'],
  ],
  ['are loaded when they are allowed', { kernel: { modules: { a: { autoload: true, allowed: true } } } }, []],
  [
    'may be loaded when that is not known yet',
    { kernel: { modules: { a: { autoload: true, allowed: TOKEN.flag } } } },
    [],
  ],
  ['need not be loaded', { kernel: { modules: { a: { autoload: false } } } }, []],
]);

testRules('lockdown', [
  [
    'warns where there are modules of NVIDIA',
    { kernel: { lockdown: KernelLockdown.INTEGRITY } },
    ['NvidiaLockdown? kernel.lockdown'],
    { variant: 'aws-k8s-1.35-nvidia' },
  ],
  [
    'warns on Amazon ECS, too',
    { kernel: { lockdown: KernelLockdown.CONFIDENTIALITY } },
    ['NvidiaLockdown? kernel.lockdown'],
    { variant: 'aws-ecs-3-nvidia-fips' },
  ],
  ['takes none there', { kernel: { lockdown: KernelLockdown.NONE } }, [], { variant: 'aws-k8s-1.35-nvidia' }],
  [
    'takes any where there are none',
    { kernel: { lockdown: KernelLockdown.INTEGRITY } },
    [],
    { variant: 'aws-k8s-1.35' },
  ],
  ['takes any where that is not known', { kernel: { lockdown: KernelLockdown.INTEGRITY } }, []],
]);

testRules('kernel parameters at run time', [
  [
    'warns of one in two spellings',
    { kernel: { sysctl: { 'net.core.somaxconn': '1', 'net/core/somaxconn': '2', 'net/core.somaxconn': '3' } } },
    ['SysctlTwice? kernel.sysctl."net/core.somaxconn"', 'SysctlTwice? kernel.sysctl."net/core/somaxconn"'],
  ],
  ['takes two', { kernel: { sysctl: { 'net.core.somaxconn': '1', 'net.core.somaxcon': '2' } } }, []],
]);
