import type { StoredEffect } from '#lib/contracts/coaching-views.ts';
import {
	deviationOf,
	figureAt,
	measureEffect,
	windowMean,
	type FairComparison,
	type Metric,
	type ModuleUse,
	type PerformanceFacts
} from '#solver/coaching/index.ts';
import { normalCdf } from '#solver/numeric/normal-cdf.ts';

export interface CoachedGoal {
	id: string;
	metric: Metric;
	target: number;
	/** Whether its day is over. */
	isDue: boolean;
}
/** A session that was held within the period of the facts. */
export interface CoachedSession {
	id: string;
	agentId: string;
	moduleId: string | null;
	/** First day after it, as an index of the facts. */
	day: number;
	metrics: Metric[];
	/** Metrics of which an answer is there already, from a time of which more was to be seen. */
	settled: Metric[];
	goals: CoachedGoal[];
}

export interface SessionEffect {
	sessionId: string;
	metric: Metric;
	found: StoredEffect;
}
export interface JudgedGoal {
	id: string;
	state: 'open' | 'reached' | 'lapsed';
	/** Since the session, on the agent's usual mix of work. */
	current: number | null;
	/** That this is the target or better. */
	probability: number | null;
}
export interface MeasuredSessions {
	effects: SessionEffect[];
	/** Of modules, by what has just been measured. */
	uses: ModuleUse[];
	goals: JudgedGoal[];
}

const WINDOW_DAYS = 56;
const FEWEST_DAYS = 5;
const FEWEST_OBSERVATIONS = 30;
/** Before its day a goal counts as reached when chance is a poor explanation. */
const SURE = 0.9;

/**
 * Did each session help, and are its goals reached? Who was coached on the same number within the window is no control.
 * Pure; cost: O(sessions × metrics × agents × days).
 */
export function measureSessions(
	facts: PerformanceFacts,
	comparison: FairComparison,
	sessions: readonly CoachedSession[]
): MeasuredSessions {
	const index = new Map(facts.agents.map(({ id }, i) => [id, i]));
	const effects: SessionEffect[] = [];
	const uses: ModuleUse[] = [];
	const goals: JudgedGoal[] = [];
	for (const session of sessions) {
		const agent = index.get(session.agentId);
		if (agent === undefined) continue;
		for (const metric of session.metrics) {
			const compared = comparison.metrics.get(metric);
			if (!compared || session.settled.includes(metric)) continue;
			const alsoCoached = new Set(
				sessions.flatMap((other) => {
					const isNear = Math.abs(other.day - session.day) < WINDOW_DAYS;
					const of = index.get(other.agentId);
					return isNear && of !== undefined && of !== agent && other.metrics.includes(metric) ? of : [];
				})
			);
			const found = measureEffect(facts, compared, { agent, day: session.day, alsoCoached });
			if (found.kind !== 'measured') {
				effects.push({ sessionId: session.id, metric, found });
				continue;
			}
			const errorSds = compared.spread > 0 ? found.error / compared.spread : null;
			effects.push({ sessionId: session.id, metric, found: { ...found, errorSds } });
			if (session.moduleId !== null && errorSds !== null)
				uses.push({ module: session.moduleId, metric, sds: found.sds, error: errorSds });
		}
		for (const goal of session.goals) goals.push(judgeGoal(facts, comparison, agent, session.day, goal));
	}
	return { effects, uses, goals };
}

/** The agent's days since the session against the target, case mix taken out: an easier month is no goal reached. */
function judgeGoal(
	facts: PerformanceFacts,
	comparison: FairComparison,
	agent: number,
	day: number,
	{ id, metric, target, isDue }: CoachedGoal
): JudgedGoal {
	const compared = comparison.metrics.get(metric);
	const standing = compared?.standings.find((one) => one.agent === agent);
	const since = compared && windowMean(compared, facts.agents, agent, day, facts.days);
	if (!standing || !since) return { id, state: 'open', current: null, probability: null };
	const current = figureAt(metric, standing.expected, since.mean);
	const wanted = deviationOf(metric, standing.expected, target);
	const probability = normalCdf((since.mean - wanted) / Math.sqrt(since.variance));
	const isEnough = since.days >= FEWEST_DAYS && since.observations >= FEWEST_OBSERVATIONS;
	if (!isEnough) return { id, state: 'open', current, probability };
	const state = probability >= SURE ? 'reached' : !isDue ? 'open' : probability >= 0.5 ? 'reached' : 'lapsed';
	return { id, state, current, probability };
}
