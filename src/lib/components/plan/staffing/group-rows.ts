export type GroupSeries = {
	instants: number[];
	groups: {
		id: string;
		queueIds: string[];
		headcount: number;
		agents: number[];
		agentsWithShrinkage: number[];
	}[];
};

export type GroupRow = {
	id: string;
	queueIds: string[];
	headcount: number;
	peak: number;
	hours: number;
	scheduleHours: number;
	/** Full-time people that its hours keep busy. */
	fte: number | null;
};

/** What each group is asked for between two instants. */
export function groupRows(
	series: GroupSeries,
	span: { from: number; to: number },
	intervalSeconds: number,
	fteOf: (paidHours: number) => number | null
): GroupRow[] {
	const inSpan = series.instants.map((at) => at >= span.from && at < span.to);
	const hours = intervalSeconds / 3600;
	return series.groups.map(({ id, queueIds, headcount, agents, agentsWithShrinkage }) => {
		const here = agentsWithShrinkage.filter((_, i) => inSpan[i]);
		const scheduleHours = here.reduce((sum, count) => sum + count, 0) * hours;
		return {
			id,
			queueIds,
			headcount,
			peak: Math.ceil(here.reduce((top, count) => Math.max(top, count), 0) - 1e-6),
			hours: agents.reduce((sum, count, i) => sum + (inSpan[i] ? count : 0), 0) * hours,
			scheduleHours,
			fte: fteOf(scheduleHours)
		};
	});
}
