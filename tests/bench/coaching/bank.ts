import { compareAgents, judgeAgents } from '#solver/coaching/index.ts';
import { bankFacts, hasBankCalls } from '../../support/bank-handled.ts';

/** Real calls: what two months of a bank's small centre carry, and what they do not. */
export function bank(): void {
	if (!hasBankCalls)
		return console.log(
			'\nThe calls of ../shared/reference/anonymous-bank are absent; that part is left out.'
		);
	const facts = bankFacts();
	const comparison = compareAgents(facts);
	const verdicts = judgeAgents(comparison);
	console.log(
		`\nReal calls: Anonymous Bank, January and February 1999, ${facts.agents.length} agents of 20 calls or more`
	);
	for (const [metric, { standings, spread, noise, dayVariance, material }] of comparison.metrics) {
		const errors = standings.map(({ error }) => error).sort((a, b) => a - b);
		const of = (kind: string) => verdicts.filter((v) => v.metric === metric && v.kind === kind).length;
		console.log(
			`  ${metric}: ${standings.length} agents, ${standings.map((s) => s.observations).reduce((a, b) => a + b, 0)} observations; spread of skill ${spread.toFixed(3)} (${comparisonScale(metric)}), one contact ${Math.sqrt(noise).toFixed(2)}, a day ${Math.sqrt(dayVariance).toFixed(2)}, median standard error ${errors[errors.length >> 1]!.toFixed(3)}`
		);
		console.log(
			`    ${of('gap')} gaps, ${of('strength')} strengths, ${of('guarded')} guarded, ${of('fair')} fair, ${of('thin')} too thin (a gap of ${(2 * material).toFixed(2)} could not be told)`
		);
		for (const { agent, standing, gapProbability } of verdicts.filter(
			(v) => v.metric === metric && v.kind === 'gap'
		))
			console.log(
				`    ${facts.agents[agent]!.id}: ${figure(metric, standing.reached)} where ${figure(metric, standing.expected)} was fair, chance of a gap ${(100 * gapProbability).toFixed(0)} %, ${standing.observations} calls`
			);
	}
}

const comparisonScale = (metric: string): string => (metric === 'aht' ? 'of ln seconds' : 'of log-odds');
const figure = (metric: string, value: number): string =>
	metric === 'aht' ? `${value.toFixed(0)} s` : `${(100 * value).toFixed(1)} %`;
