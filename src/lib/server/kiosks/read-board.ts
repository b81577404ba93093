import type { BoardFigures, BoardNumbers, BoardQueue } from '#lib/contracts/board.ts';
import type { QueueRow, StateCounts } from '#lib/contracts/live.ts';
import type { Centre } from '../centre.ts';

/** On duty, with or without a contact. */
const STAFFED = ['available', 'offered', 'handling', 'wrap'] as const;

const staffed = (counts: StateCounts): number =>
	STAFFED.reduce((sum, state) => sum + (counts[state] ?? 0), 0);

const age = (enteredAt: number | null, nowMs: number): number | null =>
	enteredAt === null ? null : Math.max(0, Math.floor((nowMs - enteredAt) / 1000));

function queueFigures(row: QueueRow, wallMs: number, isSilent: boolean): BoardQueue {
	return {
		id: row.id,
		name: row.name,
		channel: row.channel,
		targetShare: row.target.share,
		thresholdSeconds: row.target.thresholdSeconds,
		isSilent,
		waiting: row.waiting,
		oldestSeconds: age(row.oldestEnteredAt, wallMs + row.clockOffsetMs),
		serviceLevel: row.lastHalfHour.serviceLevel,
		abandonment: row.lastHalfHour.abandonment,
		available: row.agents.available ?? 0,
		staffed: staffed(row.agents),
		ewtSeconds: row.ewtSeconds
	};
}

function siteFigures(rows: readonly QueueRow[], agents: StateCounts, wallMs: number): BoardFigures {
	let [waiting, offered, answered, abandoned, inThreshold] = [0, 0, 0, 0, 0];
	let oldestSeconds: number | null = null;
	for (const { waiting: here, oldestEnteredAt, clockOffsetMs, lastHalfHour } of rows) {
		waiting += here;
		offered += lastHalfHour.offered;
		answered += lastHalfHour.answered;
		abandoned += lastHalfHour.abandoned;
		inThreshold += lastHalfHour.answeredInThreshold;
		const oldest = age(oldestEnteredAt, wallMs + clockOffsetMs);
		if (oldest !== null && oldest > (oldestSeconds ?? -1)) oldestSeconds = oldest;
	}
	const done = answered + abandoned;
	return {
		waiting,
		oldestSeconds,
		serviceLevel: done > 0 ? inThreshold / done : null,
		abandonment: offered > 0 ? abandoned / offered : null,
		available: agents.available ?? 0,
		staffed: staffed(agents),
		ewtSeconds: null
	};
}

function together(rows: readonly QueueRow[]): StateCounts {
	const sums: StateCounts = {};
	for (const { agents } of rows)
		for (const [state, count] of Object.entries(agents) as [keyof StateCounts, number][])
			sums[state] = (sums[state] ?? 0) + count;
	return sums;
}

/**
 * The site and the chosen queues (none = all) as a wallboard shows them: no names of people, no contacts.
 *
 * @param within totals of the chosen queues alone; agents who serve several of them are counted with each
 */
export function readBoard(
	{ feed, state, ctx }: Centre,
	chosen: readonly string[],
	within = false
): BoardNumbers {
	const { clock, site, sources } = feed.head(ctx.now());
	const { wallMs } = clock;
	const silent = new Set(sources.flatMap(({ source, isSilent }) => (isSilent ? source : [])));
	const rows = feed.queueRows(wallMs);
	const shown =
		chosen.length === 0 && !within ? rows : chosen.flatMap((id) => rows.find((row) => row.id === id) ?? []);
	return {
		clock,
		timeZone: state.config.site.timeZone,
		name: state.config.site.name,
		site: {
			...(within ? siteFigures(shown, together(shown), wallMs) : siteFigures(rows, site.agents, wallMs)),
			bots: within ? shown.reduce((sum, { bots }) => sum + (bots?.active ?? 0), 0) : site.bots.active,
			containment: within ? null : site.bots.containment
		},
		queues: shown.map((row) => queueFigures(row, wallMs, row.source !== null && silent.has(row.source))),
		silentSources: silent.size
	};
}
