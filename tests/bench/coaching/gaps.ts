import {
	compareAgents,
	judgeAgents,
	METRICS,
	recommend,
	SEED_CATALOGUE,
	type Metric,
	type Verdict
} from '#solver/coaching/index.ts';
import { simulateCentre } from '#solver/coaching/testing/simulate-centre.ts';
import { PLANTED, type CentreOptions } from '#solver/coaching/testing/centre-plan.ts';
import { oracleFlags } from './oracle.ts';
import { fixedThreshold, lowestAverages } from './raw-rules.ts';
import { flagOf, HEAD, line, Tally } from './tally.ts';

// Not those that the model was tried out on (below 1,000).
const SEEDS = [8201, 8202, 8203];

/** Gaps as the statistics see them: what a guard excuses is no gap for the coach, but no error of the comparison either. */
const flagsOf = (verdicts: readonly Verdict[]): Set<string> =>
	new Set(
		verdicts
			.filter((v) => v.kind === 'gap' || (v.kind === 'guarded' && v.as === 'gap'))
			.map(({ metric, agent }) => flagOf(metric, agent))
	);

function judged(options: CentreOptions) {
	const { facts, truth, plan } = simulateCentre(options);
	const comparison = compareAgents(facts);
	return { facts, truth, plan, comparison, verdicts: judgeAgents(comparison) };
}

/** Centres of several sizes with planted gaps: the model, the limit, and two plain rules. */
export function gaps(): { falseShare: number; recall: number } {
	const [model, limit, ranking, threshold] = [new Tally(), new Tally(), new Tally(), new Tally()];
	const bySize = new Map<number, Tally>();
	const byMetric = new Map(METRICS.map((metric) => [metric, { model: new Tally(), limit: new Tally() }]));
	let [planted, plantedFound] = [0, 0];
	for (const agents of [50, 100, 200, 400])
		for (const seed of SEEDS) {
			const { facts, truth, plan, comparison, verdicts } = judged({ agents, weeks: 8, seed: seed + agents });
			const flags = flagsOf(verdicts);
			const oracle = oracleFlags(comparison, truth, seed);
			model.addCentre(truth, flags);
			const size = bySize.get(agents) ?? new Tally();
			bySize.set(agents, size);
			size.addCentre(truth, flags);
			limit.addCentre(truth, oracle);
			ranking.addCentre(truth, lowestAverages(facts, flags));
			threshold.addCentre(truth, fixedThreshold(facts));
			for (const [metric, of] of byMetric) {
				of.model.addCentre(truth, flags, [metric]);
				of.limit.addCentre(truth, oracle, [metric]);
			}
			plan.agents.forEach((agent, a) => {
				for (const skill of agent.planted ? PLANTED[agent.planted]! : []) {
					const standing = comparison.metrics.get(skill as Metric)?.standings.some((s) => s.agent === a);
					if (!standing) continue;
					planted++;
					if (flags.has(flagOf(skill, a))) plantedFound++;
				}
			});
		}
	console.log(
		'\nGaps: 50 to 400 agents, 8 weeks, a third of the agents with a planted gap of one sd or more in some metric'
	);
	console.log('(sd: of true skill between agents; false: true skill less than half an sd below the mean)');
	console.log(HEAD);
	console.log(line('marea', model));
	console.log(line('  the limit (true distribution, true errors)', limit));
	console.log(line('lowest plain averages, as many', ranking));
	console.log(line('plain average one sd below the mean', threshold));
	for (const [agents, tally] of bySize) console.log(line(`marea, ${agents} agents`, tally));
	console.log('by metric, false / recall, marea beside the limit:');
	for (const [metric, { model: m, limit: l }] of byMetric)
		if (m.full > 0)
			console.log(
				`  ${metric.padEnd(12)}${[m, l].map((t) => `${(100 * t.falseShare).toFixed(0)} % / ${(100 * t.recall).toFixed(0)} %`.padStart(16)).join('')}`
			);
	console.log(
		`planted gaps found: ${plantedFound} of ${planted} (${((100 * plantedFound) / planted).toFixed(1)} %)`
	);
	return model;
}

/** Recall by how much there is to see. */
export function samples(): void {
	console.log('\nBy sample: 150 agents, contacts of a full-time agent a day × weeks');
	console.log(HEAD);
	for (const [contactsPerDay, weeks] of [
		[5, 4],
		[10, 8],
		[20, 8],
		[40, 8],
		[80, 8]
	] as const) {
		const [model, limit] = [new Tally(), new Tally()];
		let thin = 0;
		for (const seed of SEEDS) {
			const { truth, comparison, verdicts } = judged({ agents: 150, weeks, seed: seed + 7, contactsPerDay });
			model.addCentre(truth, flagsOf(verdicts));
			limit.addCentre(truth, oracleFlags(comparison, truth, seed));
			thin += verdicts.filter(({ kind }) => kind === 'thin').length / verdicts.length / SEEDS.length;
		}
		console.log(
			`${line(`marea, ${contactsPerDay} × ${weeks} weeks`, model)}; too thin to tell: ${(100 * thin).toFixed(0)} %`
		);
		console.log(line('  the limit', limit));
	}
}

/** No gap planted: agents all alike, or with a quarter of the natural differences. */
export function noGaps(): number {
	console.log('\nNothing planted, 3 × 200 agents, 8 weeks: agents for whom anything is recommended');
	const shares = [0, 0.25].map((naturalSpread) => {
		let [named, all] = [0, 0];
		const plain = new Set<string>();
		for (const seed of SEEDS) {
			const { facts } = simulateCentre({
				agents: 200,
				weeks: 8,
				seed: seed + 11,
				gapShare: 0,
				naturalSpread
			});
			const comparison = compareAgents(facts);
			const { agents } = recommend({ facts, comparison, catalogue: SEED_CATALOGUE });
			named += agents.filter(({ findings }) => findings.length > 0).length;
			all += agents.length;
			for (const flag of fixedThreshold(facts)) plain.add(`${seed} ${flag.split(' ')[1]}`);
		}
		console.log(
			`  ${naturalSpread === 0 ? 'all of equal skill' : 'a quarter of the natural differences'}: ${named} of ${all} (${((100 * named) / all).toFixed(1)} %); plain average one sd below the mean: ${plain.size} (${((100 * plain.size) / all).toFixed(0)} %)`
		);
		return named / all;
	});
	return shares[0]!;
}
