import { gapProblems, loadGaps, standIns } from '../../../tools/deploy/gaps';

describe('what the emulator does not make', () => {
  test('has a reason for each type', () => {
    expect([...loadGaps().values()].filter((reason) => reason.split(' ').length < 5)).toEqual([]);
  });

  test('is counted by type', () => {
    const resource = (type: string, physicalId: string | null) => ({ type, logicalId: 'Id', physicalId });
    const resources = [
      resource('A', 'not-emulated-1'),
      resource('A', 'not-emulated-2'),
      resource('B', 'real'),
      resource('C', null),
    ];
    expect([...standIns(resources)]).toEqual([['A', 2]]);
  });

  test('fails the run when nobody said so, and when nobody needs to say so any more', () => {
    const known = new Map([
      ['A', 'a reason'],
      ['B', 'a reason'],
    ]);
    expect(gapProblems(known, new Set(['A', 'B']))).toEqual([]);
    expect(gapProblems(known, new Set(['A', 'C']))).toEqual([
      expect.stringMatching(/^C is not emulated/),
      expect.stringMatching(/^B is in .* without need$/),
    ]);
  });
});
