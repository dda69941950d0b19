import { IssueCode } from '../../generated/issue-code.generated';
import { show } from '../../report';
import { iniSection } from '../ini';
import { given, Rule, RuleReport, SettingsView } from './rule';

/** What a node needs to reach the APIs of AWS. */
export const AWS_RULES: readonly Rule[] = [
  given(['aws.region'], region),
  given(['aws.config'], fipsEndpoints),
  given(['aws.config', 'aws.credentials', 'aws.profile'], profile),
];

function region(settings: SettingsView, report: RuleReport): void {
  const given = settings.text('aws', 'region');
  const actual = settings.context.region;
  const path = settings.path('aws', 'region');
  if (given === undefined) {
    return;
  }
  if (!/^[a-z]{2,4}(?:-[a-z]+){1,3}-\d{1,2}$/.test(given)) {
    report(IssueCode.WRONG_REGION, {
      path,
      message: 'This is not the name of a region, so that the node cannot find the APIs of AWS.',
      received: show(given),
      expected: `the name of a region, such as ${actual ?? 'eu-central-1'}`,
    });
  } else if (actual !== undefined && given !== actual) {
    report(IssueCode.WRONG_REGION, {
      path,
      message: `The node runs in ${actual}, and looks for itself and for its cluster in ${given}.`,
      received: show(given),
      expected: actual,
    });
  }
}

/** FIPS variants write the configuration themselves; where they run is a question of the image. */
function fipsEndpoints(settings: SettingsView, report: RuleReport): void {
  const config = settings.base64('aws', 'config');
  if (settings.context.fips === true && config !== undefined && !/^\s*use_fips_endpoint\s*=/im.test(config)) {
    report(IssueCode.FIPS_ENDPOINTS_REPLACED, {
      path: settings.path('aws', 'config'),
      message: 'This replaces the configuration that turns FIPS endpoints on.',
      fix: 'Add use_fips_endpoint = true to its section [default], or false if that is what you want.',
    });
  }
}

/** Credentials and configuration are looked up by the name of a profile: that of the setting, or default. */
function profile(settings: SettingsView, report: RuleReport): void {
  const given = settings.text('aws', 'profile');
  const name = given ?? (settings.lacks('aws', 'profile') ? 'default' : undefined);
  const files = ['config', 'credentials'].filter((key) => settings.has('aws', key));
  const texts = files.map((key) => settings.base64('aws', key));
  const isWhole = settings.isWhole('aws', 'config') && settings.isWhole('aws', 'credentials');
  if (name === undefined || texts.includes(undefined) || !isWhole || (files.length === 0 && name === 'default')) {
    return;
  }
  const names = name === 'default' ? [name] : [name, `profile ${name}`];
  if (!texts.some((text) => names.some((section) => iniSection(text!, section)))) {
    report(IssueCode.AWS_PROFILE_MISSING, {
      path: settings.path('aws', given === undefined ? files[0]! : 'profile'),
      message: `There is no profile ${name} in ${files.length === 0 ? 'what the OS writes itself' : files.map((key) => `aws.${key}`).join(' or ')}.`,
      received: given === undefined ? undefined : show(given),
      fix: `Add the section [${name}], or set aws.profile to one that is there.`,
    });
  }
}
