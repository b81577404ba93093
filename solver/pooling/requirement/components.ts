export interface Component {
	/** Places of its queues and groups in the centre. */
	queues: number[];
	groups: number[];
}

/** Parts of a centre that share nobody: queues joined by groups that serve both, directly or through others. */
export function components(
	queues: readonly { id: string }[],
	groups: readonly { queueIds: readonly string[] }[]
): Component[] {
	const indexOf = new Map(queues.map(({ id }, q) => [id, q]));
	const root = queues.map((_, q) => q);
	const find = (q: number): number => (root[q] === q ? q : (root[q] = find(root[q]!)));
	const served = groups.map(({ queueIds }) => queueIds.map((id) => indexOf.get(id)!));
	for (const [first, ...rest] of served) for (const q of rest) root[find(q)] = find(first!);
	const byRoot = new Map<number, Component>();
	queues.forEach((_, q) => {
		const part = byRoot.get(find(q)) ?? { queues: [], groups: [] };
		byRoot.set(find(q), part);
		part.queues.push(q);
	});
	served.forEach(([first], g) => {
		if (first !== undefined) byRoot.get(find(first))!.groups.push(g);
	});
	return [...byRoot.values()];
}
