import type { FigureSource, Period } from '#lib/components/metrics/figure.ts';
import type { AgentRow, BotNumbers, QueueRow, Sentiment, StateCounts } from '#lib/contracts/live.ts';
import { CHANNELS, type Channel } from '#lib/contracts/terms.ts';
import { oldestWaitSeconds } from '#lib/live/oldest-wait-seconds.ts';

/** Queues of a channel, or agents of a team, as one row. */
export interface GroupRow {
	/** A channel or a team; '' are the agents without a team. */
	id: string;
	name: string;
	queues: readonly QueueRow[];
	agents: readonly AgentRow[];
	source: FigureSource;
}

/** Mean over contacts: each group counts by its contacts. */
export function joinSentiment(moods: readonly (Sentiment | null)[]): Sentiment | null {
	let [sum, negative, count] = [0, 0, 0];
	for (const mood of moods) {
		if (!mood) continue;
		sum += mood.mean * mood.count;
		negative += mood.negativeShare * mood.count;
		count += mood.count;
	}
	return count > 0 ? { mean: sum / count, negativeShare: negative / count, count } : null;
}

/** Conversations of several queues' bots; null where none was held. */
export function joinBots(some: readonly (BotNumbers | null)[]): BotNumbers | null {
	const held = some.filter((bots) => bots !== null);
	if (held.length === 0) return null;
	const [active, sessions, resolved, escalated] = [
		sum(held, (bots) => bots.active),
		sum(held, (bots) => bots.sessions),
		sum(held, (bots) => bots.resolved),
		sum(held, (bots) => bots.escalated)
	];
	const closed = sessions - active;
	return {
		active,
		sessions,
		resolved,
		escalated,
		containment: closed > 0 ? (closed - escalated) / closed : null
	};
}

function countStates(agents: readonly AgentRow[]): StateCounts {
	const counts: StateCounts = {};
	for (const { state } of agents) counts[state ?? 'unknown'] = (counts[state ?? 'unknown'] ?? 0) + 1;
	return counts;
}

/** Each channel that has queues; an agent counts once in each that they can serve. */
export function channelGroups(
	floor: { queues: readonly QueueRow[]; agents: readonly AgentRow[]; wallMs: () => number },
	skillOfQueue: Readonly<Record<string, string>>,
	periodOf: (channel: Channel) => Period | null,
	nameOf: (channel: Channel) => string
): GroupRow[] {
	return CHANNELS.flatMap((channel) => {
		const queues = floor.queues.filter((queue) => queue.channel === channel);
		if (queues.length === 0) return [];
		const skills = new Set(queues.flatMap(({ id }) => skillOfQueue[id] ?? []));
		const ids = new Set(queues.map(({ id }) => id));
		const agents = floor.agents.filter((agent) =>
			agent.assigned
				? agent.assigned.some((id) => ids.has(id))
				: agent.skills.some((skill) => skills.has(skill))
		);
		return {
			id: channel,
			name: nameOf(channel),
			queues,
			agents,
			source: {
				name: nameOf(channel),
				waiting: sum(queues, (queue) => queue.waiting),
				get oldestSeconds() {
					return oldestWaitSeconds(queues, floor.wallMs());
				},
				handling: sum(queues, (queue) => queue.handling),
				get period() {
					return periodOf(channel);
				},
				variant: 'of-offered',
				agents: countStates(agents),
				sentiment: joinSentiment(queues.map(({ sentiment }) => sentiment)),
				ewt: null,
				bots: joinBots(queues.map(({ bots }) => bots))
			}
		} satisfies GroupRow;
	});
}

/** Each team: what its agents answered. Who waits, waits for no team. */
export function teamGroups(
	agents: readonly AgentRow[],
	periodOf: (team: string) => Period | null,
	nameOf: (team: string) => string
): GroupRow[] {
	const byTeam = Map.groupBy(agents, ({ team }) => team ?? '');
	return [...byTeam]
		.map(([team, members]) => ({
			id: team,
			name: nameOf(team),
			queues: [],
			agents: members,
			source: {
				name: nameOf(team),
				waiting: null,
				oldestSeconds: null,
				handling: sum(members, ({ contacts }) => contacts.length),
				get period() {
					return team === '' ? null : withoutAbandons(periodOf(team));
				},
				variant: 'of-answered' as const,
				agents: countStates(members),
				sentiment: null,
				ewt: null,
				bots: null
			}
		}))
		.sort((a, b) => Number(a.id === '') - Number(b.id === '') || a.name.localeCompare(b.name));
}

/** A team has no abandons: not none, but none that can be told. */
const withoutAbandons = (period: Period | null): Period | null =>
	period && { ...period, abandonment: null, averageWaitSeconds: null };

const sum = <Row>(rows: readonly Row[], read: (row: Row) => number): number =>
	rows.reduce((total, row) => total + read(row), 0);
