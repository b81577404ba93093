import { expect, it } from 'vitest';
import type { SourceRow } from '#lib/contracts/live.ts';
import { missedSources, sourceState } from './source-state.ts';

const row = (change: Partial<SourceRow>): SourceRow => ({
	source: 'acd',
	events: 9,
	lastEventAt: 1_000_000,
	lastReceivedAt: 1_000_000,
	clockOffsetMs: 0,
	lagMs: 200,
	eventsPerMinute: 9,
	gaps: 0,
	lastGap: null,
	isSilent: false,
	...change
});

it.each([
	[{}, 'running'],
	[{ lagMs: -30_000 }, 'running'],
	[{ lagMs: 10_001 }, 'late'],
	[{ clockOffsetMs: -1e9, lagMs: 1e9 }, 'replaying'],
	[{ isSilent: true, lagMs: 60_000 }, 'silent'],
	[{ isSilent: true, lastReceivedAt: null }, 'never']
] as const)('sourceState() of %j is %s', (change, state) => expect(sourceState(row(change))).toBe(state));

it('missedSources() names those that told of today and are silent, not a replay that has ended', () => {
	const silent = row({ isSilent: true, source: 'a' });
	const replayed = row({ isSilent: true, source: 'b', lastEventAt: -90_000_000 });
	expect(missedSources([silent, replayed, row({})], 1_200_000)).toEqual([silent]);
});
