import { Token } from 'aws-cdk-lib';
import { BottlerocketUserData, SettingsLayer, UserDataTarget } from '../../lib';
import { Part, WholeSettings } from '../../lib/node/whole-settings';
import { newTable } from '../../lib/settings/model/document';

const part = (kind: Part['kind'], motd: string): Part => ({
  kind,
  document: Object.assign(newTable(), { motd }),
  layer: SettingsLayer.GROUP,
});
const EVERYTHING = { target: UserDataTarget.EC2, written: (document: Part['document']) => document };

test('what a construct supplies wins, wherever it stands, and is not of users', () => {
  const whole = new WholeSettings([part('supplied', 'of the construct'), part('typed', 'of users')]);
  expect(whole.all.document).toEqual({ motd: 'of the construct' });
  expect(whole.ofUsers.document).toEqual({ motd: 'of users' });
});

test('what is written follows from who reads it, and what of it', () => {
  const whole = new WholeSettings([part('typed', 'all')]);
  expect(whole.write(EVERYTHING).text).toContain('motd = "all"');
  expect(whole.write({ ...EVERYTHING, written: () => newTable() }).text).toBe('');
  expect(whole.write(EVERYTHING).text).toContain('motd = "all"');
});

test('tokens are found in any part', () => {
  expect(new WholeSettings([part('typed', 'a'), part('typed', 'b')]).hasTokens).toBe(false);
  const token = Token.asString({ Ref: 'Parameter' });
  expect(new WholeSettings([part('typed', 'a'), part('supplied', token)]).hasTokens).toBe(true);
});

test('settings that are added after the user data was read and written are in it', () => {
  const userData = new BottlerocketUserData({ settings: { motd: 'first' } });
  expect(userData.render()).toContain('first');
  expect(userData._valueAt('motd')).toBe('first');
  userData.addSettings({ motd: Token.asString({ Ref: 'Parameter' }) });
  expect(userData.uncheckedSettings()).toEqual(['settings.motd']);
  userData.addSettings({ motd: 'last' });
  expect(userData.render()).not.toContain('first');
  expect(userData._valueAt('motd')).toBe('last');
  expect(userData._merged().document).toEqual({ motd: 'last' });
});
