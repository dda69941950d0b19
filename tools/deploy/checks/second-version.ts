import { LaunchTemplateVersion, StackFacts } from '../facts';
import { SECOND_SETTING } from '../second-setting';

/** Whether an update made a new version of every launch template, with the setting that was added and no other change. */
export function secondVersionProblems(first: StackFacts, second: StackFacts): string[] {
  return [...newest(first)].flatMap(([id, before]) => {
    const after = newest(second).get(id);
    if (after === undefined) {
      return [`${id}: gone after the update`];
    }
    if (before.document === null || after.document === null) {
      return [];
    }
    if (after.version !== before.version + 1) {
      return [`${id}: version ${before.version} became ${after.version}, not ${before.version + 1}`];
    }
    const line = `"${SECOND_SETTING.key}" = "${SECOND_SETTING.value}"`;
    const added = after.document.text.split('\n').filter((text) => !before.document!.text.split('\n').includes(text));
    const lost = before.document.text.split('\n').filter((text) => !after.document!.text.split('\n').includes(text));
    return [
      ...(added.includes(line) ? [] : [`${id}: the user data lacks ${line}`]),
      ...added
        .filter((text) => text !== line && text !== '[settings.kernel.sysctl]')
        .map((text) => `${id}: has ${text}`),
      ...lost.map((text) => `${id}: lost ${text}`),
    ];
  });
}

function newest({ launchTemplates }: StackFacts): Map<string, LaunchTemplateVersion> {
  const sorted = [...launchTemplates].sort((one, two) => one.version - two.version);
  return new Map(sorted.map((template) => [template.id, template]));
}
