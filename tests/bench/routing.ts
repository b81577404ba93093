/**
 * `npm run bench -- routing [--days N]`: who takes the contact, by the score of solver/routing against the longest idle,
 * in the simulator, whose proficiency is the truth; and what ranking 1,000 agents costs.
 */
import { parseArgs } from 'node:util';
import { rankAgents, type RoutedAgent } from '#solver/routing/index.ts';
import {
	demoScenario,
	estimate,
	measureFloor,
	runFloor,
	type Estimate,
	type FloorEvent,
	type RoutingRule
} from '#solver/simulation/index.ts';
import { createRandom } from '#solver/numeric/random.ts';

const START_MS = Date.parse('2026-11-23T06:00:00Z');
const HOUR_MS = 3_600_000;
const RULES: RoutingRule[] = ['longest-idle', 'best-fit', 'ranked'];
const MOST_MS_FOR_1000 = 5;

interface Day {
	ahtSeconds: number | null;
	asaSeconds: number | null;
	serviceLevel: number | null;
	abandonment: number | null;
	/** Settled, over those that an agent closed: the first-contact resolution that the simulation knows. */
	resolved: number | null;
	csat: number | null;
}
const FIGURES: { [K in keyof Day]: { name: string; better: 1 | -1; digits: number } } = {
	ahtSeconds: { name: 'AHT, s', better: -1, digits: 1 },
	resolved: { name: 'settled at first contact', better: 1, digits: 4 },
	asaSeconds: { name: 'ASA, s', better: -1, digits: 1 },
	serviceLevel: { name: 'service level', better: 1, digits: 4 },
	abandonment: { name: 'abandonment', better: -1, digits: 4 },
	csat: { name: 'survey, 1–5', better: 1, digits: 3 }
};

function runDay(routing: RoutingRule, day: number): Day {
	const scenario = demoScenario();
	const startMs = START_MS + day * 24 * HOUR_MS;
	const endMs = startMs + 16 * HOUR_MS;
	let closed = 0;
	let settled = 0;
	let surveys = 0;
	let points = 0;
	function* counted(events: Iterable<FloorEvent>): Generator<FloorEvent> {
		for (const event of events) {
			const { type, atMs, data } = event;
			if (atMs >= startMs && type === 'marea.contact.wrapped') {
				closed++;
				if (data.resolved) settled++;
			}
			if (atMs >= startMs && type === 'marea.survey' && data.agent) {
				surveys++;
				points += data.score!;
			}
			yield event;
		}
	}
	const run = { seed: 100 + day, startMs: startMs - HOUR_MS, endMs, messages: false, routing };
	const { total } = measureFloor(scenario, counted(runFloor(scenario, run)), startMs, endMs);
	return {
		ahtSeconds: total.ahtSeconds,
		asaSeconds: total.asaSeconds,
		serviceLevel: total.serviceLevel,
		abandonment: total.offered > 0 ? total.abandoned / total.offered : null,
		resolved: closed > 0 ? settled / closed : null,
		csat: surveys > 0 ? points / surveys : null
	};
}

const text = ({ mean, low, high }: Estimate, digits: number, signed = false): string => {
	const number = (value: number | null) =>
		value === null ? '–' : `${signed && value > 0 ? '+' : ''}${value.toFixed(digits)}`;
	return `${number(mean)} [${number(low)}, ${number(high)}]`;
};

function compare(days: number): boolean {
	const results = Object.fromEntries(
		RULES.map((rule) => [rule, Array.from({ length: days }, (_, day) => runDay(rule, day))])
	) as Record<RoutingRule, Day[]>;
	console.log(`Costa Clara, 07:00 to 23:00 on ${days} days, equal seeds; mean [95 % interval]\n`);
	let holds = true;
	for (const figure of Object.keys(FIGURES) as (keyof Day)[]) {
		const { name, better, digits } = FIGURES[figure];
		console.log(name);
		for (const rule of RULES)
			console.log(`  ${rule.padEnd(14)} ${text(estimate(results[rule].map((day) => day[figure])), digits)}`);
		for (const rule of ['best-fit', 'ranked'] as const) {
			const gain = estimate(
				results[rule].map((day, i) => {
					const before = results['longest-idle'][i]![figure];
					return day[figure] === null || before === null ? null : day[figure] - before;
				})
			);
			console.log(`  ${`${rule} less longest-idle`.padEnd(32)} ${text(gain, digits, true)}`);
			if (rule !== 'ranked') continue;
			// Handle time and outcome must be better beyond chance; waits must not be worse beyond chance.
			const surest = better === 1 ? gain.low! : -gain.high!;
			const worst = better === 1 ? gain.high! : -gain.low!;
			const must = figure === 'ahtSeconds' || figure === 'resolved';
			if (must ? surest <= 0 : worst < 0) {
				console.log(`  MISSED: ${must ? 'not better beyond chance' : 'worse beyond chance'}`);
				holds = false;
			}
		}
	}
	return holds;
}

function randomAgents(count: number): RoutedAgent[] {
	const random = createRandom(count);
	return Array.from({ length: count }, (_, i) => {
		const isFree = random.uniform() < 0.3;
		return {
			id: `agent-${String(i).padStart(5, '0')}`,
			state: isFree ? 'available' : random.uniform() < 0.8 ? 'handling' : 'break',
			skills: new Map([[`skill-${i % 3}`, random.uniform()]]),
			languages: random.uniform() < 0.5 ? null : [random.uniform() < 0.5 ? 'en' : 'es'],
			load: isFree ? 0 : 1,
			idleSeconds: isFree ? random.exponential(200) : null,
			expectedFreeSeconds: isFree ? 0 : random.exponential(200),
			lastWithCustomer: null
		};
	});
}

/** Milliseconds to rank `count` agents; every answer names everybody once and is in order. */
function costOf(count: number): number {
	const agents = randomAgents(count);
	const contact = { skill: 'skill-0', language: 'en', size: 1, ahtSeconds: 300 };
	const { ranked, refused } = rankAgents(contact, agents);
	const sorted = ranked.every((one, i) => {
		const before = ranked[i - 1];
		return !before || (before.hasRoom === one.hasRoom ? before.score >= one.score : before.hasRoom);
	});
	if (!sorted || new Set([...ranked, ...refused].map(({ id }) => id)).size !== count)
		throw new Error('rankAgents() gave a wrong order or lost somebody');
	const rounds = Math.ceil(200_000 / count);
	for (let i = 0; i < rounds / 4; i++) rankAgents(contact, agents);
	const start = process.cpuUsage();
	for (let i = 0; i < rounds; i++) rankAgents(contact, agents);
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000 / rounds;
}

export default async function bench(args: string[]): Promise<boolean> {
	const { values } = parseArgs({ args, options: { days: { type: 'string', default: '20' } } });
	let holds = compare(Number(values.days));
	console.log('\nagents   ms to rank   µs an agent');
	for (const count of [100, 1_000, 10_000]) {
		const ms = costOf(count);
		console.log(
			`${String(count).padStart(6)}   ${ms.toFixed(3).padStart(10)}   ${((1000 * ms) / count).toFixed(2).padStart(11)}`
		);
		if (count === 1_000 && ms > MOST_MS_FOR_1000) holds = false;
	}
	return holds;
}
