import type { FairComparison } from '../compare/compare-agents.ts';
import { logistic, type CaseMix } from '../compare/fit-case-mix.ts';
import type { MixCells } from '../compare/mix-cells.ts';
import type { PerformanceFacts } from '../facts/performance-facts.ts';
import type { Finding } from '../findings/causes.ts';
import { METRIC_SPECS, type Metric } from '../metrics.ts';

/** One contact as it could be shown; what is not known is left out. */
export interface EvidenceContact {
	id: string;
	/** Index of the agent. */
	agent: number;
	day: number;
	queue: string;
	channel: string;
	intent: string | null;
	band: string;
	/** Figures: ln seconds, 1 or 0, a mood, a score. */
	values: Partial<Record<Metric, number>>;
}
export interface Evidence {
	contact: string;
	agent: number;
	/** What it is an example of. */
	role: 'shows-it' | 'good-own' | 'good-peer';
	/** Mean of how far it is from the expectation in the finding's metrics, in sds of one contact; positive is better. */
	score: number;
	values: Partial<Record<Metric, number>>;
}

/** Beyond this, a contact is more likely a fault of the records than an example. */
const STRANGE = 3.5;
const EACH_DAY = 2;

/**
 * The contacts that show a finding most, good ones of the agent's own and good ones of mentors, all judged against what
 * their case mix let expect; good peers' contacts are of cases that the agent has too. Not more than two of one day,
 * so that one bad day is not the picture. Cost: O(contacts).
 */
export function chooseEvidence(
	facts: PerformanceFacts,
	comparison: FairComparison,
	finding: Finding,
	contacts: readonly EvidenceContact[],
	mentors: readonly number[],
	each = 4
): Evidence[] {
	const metrics = finding.gaps.map(({ metric }) => metric);
	const index = indexOf(facts, comparison.cells);
	const scored = contacts.flatMap((contact) => {
		const score = scoreOf(contact, metrics, comparison, index);
		return score === null ? [] : [{ contact, score }];
	});
	const own = scored.filter(({ contact }) => contact.agent === finding.agent);
	const cases = new Set(own.map(({ contact }) => index.caseOf(contact)));
	const peers = scored.filter(
		({ contact }) => mentors.includes(contact.agent) && cases.has(index.caseOf(contact))
	);
	const main = finding.mainCase;
	// Where it mostly shows comes first.
	const weighed = (entry: (typeof own)[number]): number =>
		entry.score * (main !== null && index.caseOf(entry.contact) === main ? 1.25 : 1);
	return [
		...take(
			own.filter(({ score }) => score < 0).sort((a, b) => weighed(a) - weighed(b)),
			each,
			'shows-it'
		),
		...take(
			own.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score),
			each / 2,
			'good-own'
		),
		...take(
			peers.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score),
			each / 2,
			'good-peer'
		)
	];
}

function take(
	ranked: readonly { contact: EvidenceContact; score: number }[],
	count: number,
	role: Evidence['role']
): Evidence[] {
	const ofDay = new Map<number, number>();
	const taken: Evidence[] = [];
	for (const { contact, score } of ranked) {
		if (taken.length >= count) break;
		const n = ofDay.get(contact.day) ?? 0;
		if (n >= EACH_DAY) continue;
		ofDay.set(contact.day, n + 1);
		taken.push({ contact: contact.id, agent: contact.agent, role, score, values: contact.values });
	}
	return taken;
}

interface CaseIndex {
	caseOf(contact: EvidenceContact): number | undefined;
	band(contact: EvidenceContact): number;
	cells: MixCells;
}

function indexOf(facts: PerformanceFacts, cells: MixCells): CaseIndex {
	const key = (queue: string, channel: string, intent: string) => JSON.stringify([queue, channel, intent]);
	const cases = new Map(
		cells.cases.map(({ queue, channel, intent }, i) => [
			key(facts.queues[queue]!, facts.channels[channel]!, facts.intents[intent]!),
			i
		])
	);
	const bands = new Map(facts.bands.map((name, i) => [name, i]));
	return {
		cells,
		caseOf: ({ queue, channel, intent }) => cases.get(key(queue, channel, intent ?? '')),
		band: ({ band }) => bands.get(band) ?? -1
	};
}

/** Null when the contact has none of the metrics, or is too strange to be an example. */
function scoreOf(
	contact: EvidenceContact,
	metrics: readonly Metric[],
	comparison: FairComparison,
	index: CaseIndex
): number | null {
	const of = index.caseOf(contact);
	if (of === undefined) return null;
	let [sum, count] = [0, 0];
	for (const metric of metrics) {
		const value = contact.values[metric];
		const compared = comparison.metrics.get(metric);
		if (value === undefined || !compared || METRIC_SPECS[metric].family === 'day') continue;
		const expected = expectationOf(compared.mix, index, of, contact) + (compared.dayEffect[contact.day] ?? 0);
		const { better, scale } = METRIC_SPECS[metric];
		let score: number;
		if (scale === 'logit') {
			const p = logistic(expected);
			score = (value - p) / Math.sqrt(p * (1 - p));
		} else score = (value - expected) / Math.sqrt(compared.noise);
		if (scale !== 'logit' && Math.abs(score) > STRANGE) return null;
		sum += better * Math.max(-STRANGE, Math.min(STRANGE, score));
		count++;
	}
	return count === 0 ? null : sum / count;
}

function expectationOf(
	mix: CaseMix,
	{ cells, band }: CaseIndex,
	of: number,
	contact: EvidenceContact
): number {
	const at = band(contact);
	return (
		mix.level +
		mix.line[cells.line[of]!]! +
		mix.intent[cells.cases[of]!.intent]! +
		mix.case[of]! +
		(at >= 0 ? mix.band[at]! : 0)
	);
}
