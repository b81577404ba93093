/** A stored number that is not what the log says; null = there is no such row. */
export interface Difference {
	table: 'contacts' | 'visits' | 'messages' | 'agent_states' | 'intervals';
	/** Which row: contact, contact and ordinal, agent and instant, or queue and interval. */
	key: string;
	column: string;
	stored: unknown;
	recomputed: unknown;
}

type Values = Record<string, unknown>;

/** Names each column in which a stored row is not the recomputed one. */
export function compareRow(
	table: Difference['table'],
	key: string,
	stored: Values | null,
	recomputed: Values | null
): Difference[] {
	if (!stored || !recomputed)
		return stored === recomputed
			? []
			: [{ table, key, column: 'row', stored: stored && 'present', recomputed: recomputed && 'present' }];
	return Object.keys(recomputed)
		.filter((column) => stored[column] !== recomputed[column])
		.map((column) => ({ table, key, column, stored: stored[column], recomputed: recomputed[column] }));
}
