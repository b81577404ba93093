import { expect, it } from 'vitest';
import { planted } from './planted.ts';
import { startSpread } from './start-spread.ts';

it('start-spread finds starts too far apart in a week', () => {
	const found = planted(startSpread, ['D', '', 'L', '', '', '', '', 'L'], {
		contract: { startSpread: { minutes: 120, per: 'week' } }
	});
	expect(found).toMatchObject([{ agent: 'ana', day: 0 }]);
	expect(found[0]!.text).toContain(
		'Ana starts between 08:00 and 14:00 in the week from Monday 2026-11-23; at most 120 minutes apart'
	);
});

it('start-spread within a run looks no further than the day off', () => {
	const per = (minutes: number) => ({ contract: { startSpread: { minutes, per: 'run' } } });
	expect(planted(startSpread, ['D', 'X', '', 'L', 'L'], per(120))).toEqual([]);
	expect(planted(startSpread, ['D', 'X', 'L', '', 'L'], per(120))).toMatchObject([{ day: 0 }]);
});
