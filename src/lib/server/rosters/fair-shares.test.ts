import { describe, expect, it } from 'vitest';
import { openTimeZone } from '../history/index.ts';
import { personLoads, preferencesMet, spreadsOf } from './fair-shares.ts';
import type { RosterView } from './read-rosters.ts';

const HOUR = 3_600_000;
/** Friday, 27 March 2026, 00:00 in Madrid; on Sunday at 02:00 the clocks go forward. */
const FRIDAY = Date.UTC(2026, 2, 26, 23);
const shift = (agentId: string, from: number, hours: number, unpaid = 0) => ({
	...{ id: `${agentId} ${from}`, agentId, agentName: agentId, templateId: 't' },
	startAt: FRIDAY + from * HOUR,
	endAt: FRIDAY + (from + hours) * HOUR,
	breaks:
		unpaid > 0
			? [{ startAt: FRIDAY + from * HOUR, endAt: FRIDAY + (from + unpaid) * HOUR, isPaid: false }]
			: []
});
const problem = {
	agents: ['ana', 'ben'].map((id) => ({ id, preferences: [] }))
} as unknown as RosterView['problem'];

describe('personLoads()', () => {
	it('counts paid hours, nights by three hours between 22 and 6, and weekends by the local day of the start', () => {
		const loads = personLoads(
			{
				problem,
				// Friday 09–17; Friday 17 until Saturday 01, three hours of night; Saturday 00:30; Saturday 16–24 (two hours).
				shifts: [shift('ana', 9, 8, 0.5), shift('ana', 17, 8), shift('ana', 24.5, 2), shift('ana', 40, 8)]
			},
			openTimeZone('Europe/Madrid')!
		);
		expect(loads.get('ana')).toEqual({ hours: 25.5, shifts: 4, nights: 1, weekends: 2 });
		expect(loads.get('ben')).toEqual({ hours: 0, shifts: 0, nights: 0, weekends: 0 });
		expect(spreadsOf(loads, 'weekends')).toEqual({ least: 0, most: 2, mean: 1, deviation: 1 });
		expect(spreadsOf(new Map(), 'hours')).toEqual({ least: 0, most: 0, mean: 0, deviation: 0 });
	});
});

describe('preferencesMet()', () => {
	it('counts what is wished and what is not wished', () => {
		const wish = (day: number, kind: 'prefer' | 'avoid', wished: string) => ({
			day,
			kind,
			shift: wished,
			weight: 1
		});
		const claimed = {
			problem: {
				agents: [
					{
						id: 'ana',
						preferences: [
							wish(0, 'prefer', 'early'),
							wish(0, 'avoid', 'work'),
							wish(1, 'prefer', 'off'),
							wish(2, 'avoid', 'late')
						]
					}
				]
			} as unknown as RosterView['problem'],
			assignments: [
				{ agent: 'ana', day: 0, shift: 'early' },
				{ agent: 'ana', day: 2, shift: 'late' }
			]
		};
		expect(preferencesMet({ claimed })).toEqual({ met: 2, asked: 4 });
	});
});
