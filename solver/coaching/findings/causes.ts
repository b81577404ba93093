import type { Metric } from '../metrics.ts';
import type { Verdict } from './verdict.ts';

/** Behaviours behind the figures: what a coach can talk about. */
export const CAUSES = [
	'knowledge',
	'call-control',
	'wrap-up',
	'holding',
	'handing-on',
	'first-resolution',
	'rushing',
	'empathy',
	'de-escalation',
	'adherence',
	'process'
] as const;
export type Cause = (typeof CAUSES)[number];

/**
 * Where each cause shows: positive = worse there, negative = the metric would speak against it. Who searches long, puts
 * on hold and passes on lacks knowledge; who only talks long does not.
 */
const SIGNATURES: Record<Cause, Partial<Record<Metric, number>>> = {
	knowledge: { aht: 0.6, hold: 1, transfer: 1, fcr: 0.3 },
	'call-control': { aht: 1, hold: -0.4, transfer: -0.4, acw: -0.3 },
	'wrap-up': { acw: 1, aht: 0.2 },
	holding: { hold: 1, aht: 0.2, transfer: -0.4 },
	'handing-on': { transfer: 1, hold: -0.4, aht: -0.2 },
	'first-resolution': { fcr: 1, recontact: 1, csat: 0.3 },
	rushing: { fcr: 0.8, recontact: 0.8, aht: -1 },
	empathy: { csat: 1, mood: 1 },
	'de-escalation': { escalation: 1, mood: 0.4, csat: 0.2 },
	adherence: { adherence: 1 },
	process: { quality: 1 }
};

/** A behaviour to work on, with the gaps that it explains. */
export interface Finding {
	agent: number;
	cause: Cause;
	/** Largest first; each is a gap. */
	gaps: Verdict[];
	/** Not gaps by themselves, but leaning the same way. */
	support: Verdict[];
	/** The chance that the surest of the gaps is one. */
	probability: number;
	/** Where it mostly shows: index of a case of the comparison; null when it shows everywhere alike. */
	mainCase: number | null;
}

/** Of an agent's verdicts: the fewest causes that explain all gaps, best explanation first. */
export function findCauses(verdicts: readonly Verdict[]): Finding[] {
	const byMetric = new Map(verdicts.map((verdict) => [verdict.metric, verdict]));
	const open = new Set(verdicts.filter(({ kind }) => kind === 'gap'));
	const findings: Finding[] = [];
	while (open.size > 0) {
		const best = CAUSES.map((cause) => ({ cause, score: explains(cause, byMetric, open) })).reduce((a, b) =>
			b.score > a.score ? b : a
		);
		const signature = SIGNATURES[best.cause];
		const gaps = [...open].filter(({ metric }) => (signature[metric] ?? 0) > 0);
		for (const gap of gaps) open.delete(gap);
		gaps.sort((a, b) => a.sds - b.sds);
		const support = verdicts.filter(
			(verdict) =>
				(signature[verdict.metric] ?? 0) > 0 &&
				verdict.kind !== 'gap' &&
				verdict.kind !== 'guarded' &&
				leans(verdict)
		);
		findings.push({
			agent: gaps[0]!.agent,
			cause: best.cause,
			gaps,
			support,
			probability: Math.max(...gaps.map(({ gapProbability }) => gapProbability)),
			mainCase: mainCaseOf(gaps[0]!)
		});
	}
	return findings;
}

/** Φ⁻¹(0.85): worse than fair with a chance of 85 %, from which on a metric supports what others found. */
const LEANS_Z = 1.0364333894937896;
const leans = ({ standing }: Verdict): boolean =>
	standing.sd > 0 && -standing.estimate / standing.sd > LEANS_Z;

/** The agent's deficits along the signature, per unit of its length; −∞ when none of its metrics is a gap still open. */
function explains(cause: Cause, byMetric: Map<Metric, Verdict>, open: ReadonlySet<Verdict>): number {
	let [along, length, core] = [0, 0, 0];
	for (const [metric, weight] of Object.entries(SIGNATURES[cause]) as [Metric, number][]) {
		const verdict = byMetric.get(metric);
		if (!verdict) continue;
		length += weight * weight;
		along += weight * -verdict.sds;
		if (open.has(verdict)) core = Math.max(core, weight);
	}
	// What merely goes along with a cause is no sign of it.
	return core >= 0.5 ? along / Math.sqrt(length) : -Infinity;
}

function mainCaseOf({ standing }: Verdict): number | null {
	const worst = standing.cases[0];
	if (!worst || standing.cases.length < 2) return null;
	return worst.estimate < 1.25 * standing.estimate ? worst.case : null;
}
