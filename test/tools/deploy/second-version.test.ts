import { secondVersionProblems } from '../../../tools/deploy/checks/second-version';
import { SECOND_SETTING } from '../../../tools/deploy/second-setting';
import { launchTemplate, stackFacts, USER_DATA } from '../../helpers/stack-facts';

const ADDED = `\n[settings.kernel.sysctl]\n"${SECOND_SETTING.key}" = "${SECOND_SETTING.value}"\n`;
const before = stackFacts({ launchTemplates: [launchTemplate()] });

function after(text: string, version = 2) {
  return stackFacts({ launchTemplates: [launchTemplate(), launchTemplate({ version, document: { text } })] });
}

describe('the second version of an example', () => {
  test('adds a version of the launch template with one more setting', () => {
    expect(secondVersionProblems(before, after(USER_DATA + ADDED))).toEqual([]);
  });

  test.each([
    ['the same version', before, 'lt-1: version 1 became 1, not 2'],
    ['two more versions', after(USER_DATA + ADDED, 3), 'lt-1: version 1 became 3, not 2'],
    ['no launch template', stackFacts(), 'lt-1: gone after the update'],
    ['the same settings', after(USER_DATA), `lt-1: the user data lacks "${SECOND_SETTING.key}"`],
    ['another setting', after(`${USER_DATA}${ADDED}a = 1\n`), 'lt-1: has a = 1'],
    ['a setting less', after(ADDED), 'lt-1: lost lockdown = "integrity"'],
  ])('with %s is a problem', (_, facts, problem) => {
    expect(secondVersionProblems(before, facts)).toEqual(
      expect.arrayContaining([expect.stringContaining(problem) as string]),
    );
  });
});
