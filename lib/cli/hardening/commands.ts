import { HardeningBenchmark } from '../../hardening/controls/control-result';
import type { CommandGroup } from '../command';
import { OS_OPTIONS } from '../settings/commands';

/** Commands about the security of nodes. Each is loaded only when it runs. */
export const HARDENING_COMMANDS: CommandGroup = {
  name: 'hardening',
  summary: 'say which controls of security benchmarks hold',
  commands: [
    {
      name: 'report',
      summary: 'judge user data in TOML, control by control',
      description:
        'Settings count, and what the OS does without them. What the image guarantees, and what only a running node ' +
        'can tell, is listed as not to be seen. A control that does not hold is a finding.',
      arguments: [
        { name: 'file', description: 'user data in TOML, plain or gzip; - is the standard input', many: true },
      ],
      options: [
        ...OS_OPTIONS,
        {
          name: 'level',
          value: 'LEVEL',
          choices: ['1', '2'],
          description: 'the highest level of CIS benchmarks (default: 2, which includes level 1)',
        },
        {
          name: 'benchmark',
          value: 'BENCHMARK',
          choices: Object.values(HardeningBenchmark),
          description: 'the only benchmark to judge by (default: all of them)',
        },
        { name: 'markdown', description: 'print tables in Markdown' },
      ],
      examples: [
        'hardening report --variant aws-k8s-1.35 user-data.toml',
        'hardening report --benchmark cis-bottlerocket --level 1 --json nodes/*.toml',
        'hardening report --variant aws-ecs-3 --markdown user-data.toml > hardening.md',
      ],
      load: () => (require('./report') as typeof import('./report')).report,
    },
  ],
};
