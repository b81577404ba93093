import type { Outcome, SuggestionRow, SuggestionSummary } from '#lib/contracts/suggestions.ts';
import { wilson } from '#solver/pooling/index.ts';
import { compareGroups } from '#solver/routing/index.ts';

const VALUES: Record<Outcome, (row: SuggestionRow) => number | null> = {
	resolved: ({ isResolved }) => (isResolved === null ? null : Number(isResolved)),
	// Before the window is over only those who did come back are known.
	cameBack: ({ cameBack, state }) => (cameBack === null || state !== 'settled' ? null : Number(cameBack)),
	handleSeconds: ({ handleSeconds }) => handleSeconds,
	csat: ({ csat }) => csat,
	moodShift: ({ moodShift }) => moodShift
};

/** How good suggestions were, by kind and rule (`rule`), or by kind and queue. Those that were replaced count nowhere. */
export function summariseSuggestions(
	rows: readonly SuggestionRow[],
	by: 'rule' | 'queue'
): SuggestionSummary[] {
	const groups = Map.groupBy(
		rows.filter(({ state }) => state !== 'superseded'),
		(row) => `${row.kind}:${by === 'rule' ? row.rule : (row.queue?.id ?? '')}`
	);
	return [...groups].map(([key, group]) => {
		const first = group[0]!;
		const followed = group.filter(({ isFollowed }) => isFollowed === true);
		const other = group.filter(({ isFollowed }) => isFollowed === false);
		const judged = followed.length + other.length;
		const share = wilson(followed.length, judged);
		const compare = (outcome: Outcome) => {
			const known = (list: readonly SuggestionRow[]) =>
				list.flatMap((row) => {
					const value = row.state === 'open' ? null : VALUES[outcome](row);
					return value === null ? [] : [value];
				});
			return compareGroups(known(followed), known(other));
		};
		return {
			key,
			kind: first.kind,
			name: by === 'rule' ? first.rule : (first.queue?.name ?? ''),
			made: group.length,
			open: group.filter(({ state }) => state === 'open').length,
			judged,
			followed: followed.length,
			followedShare: share && { share: share.value, low: share.low, high: share.high },
			outcomes: {
				resolved: compare('resolved'),
				cameBack: compare('cameBack'),
				handleSeconds: compare('handleSeconds'),
				csat: compare('csat'),
				moodShift: compare('moodShift')
			}
		};
	});
}
