import { normalCdf } from '../../numeric/normal-cdf.ts';
import { createRandom, type Random } from '../../numeric/random.ts';
import { FactBuilder } from '../facts/fact-builder.ts';
import type { PerformanceFacts } from '../facts/performance-facts.ts';
import type { Metric } from '../metrics.ts';
import { planCentre, SIZE, type CentreOptions, type CentrePlan, type Skill } from './centre-plan.ts';
import { Truth } from './truth.ts';

const BANDS = ['night', 'morning', 'noon', 'afternoon', 'evening'];
const bandOf = (hour: number): number => (hour < 8 ? 0 : hour < 12 ? 1 : hour < 15 ? 2 : hour < 19 ? 3 : 4);

/** A table of Φ: four digits, and twenty times as fast. */
const TABLE = Float64Array.from({ length: 1601 }, (_, i) => normalCdf((i - 800) / 200));
const phi = (x: number): number => TABLE[Math.max(0, Math.min(1600, Math.round(x * 200) + 800))]!;

interface Sums {
	[name: string]: number;
}

/**
 * A centre of which the truth is known, drawn contact by contact and not by the model that judges it: talk times are
 * a skewed mixture with a heavy tail, rates are probits, hours act smoothly (the bands of the facts only roughly), days
 * have shocks of the centre, of each queue and of each person, people drift from week to week, practice follows a power
 * of tenure, surveys are answered by who was helped more often than by who was not.
 *
 * What is true of a person is what the person's skill changes on the contacts and in the circumstances that were
 * given: the same draws with and without it.
 */
export function simulateCentre(options: CentreOptions): {
	facts: PerformanceFacts;
	truth: Truth;
	plan: CentrePlan;
} {
	const random = createRandom(options.seed);
	const plan = planCentre(random.fork('plan'), options);
	const days = options.weeks * 7;
	const contactsPerDay = options.contactsPerDay ?? 40;
	const truth = new Truth(options.agents);
	const centreDay = Array.from({ length: days }, () => 0.05 * random.normal());
	const lineDay = plan.lines.map(() => centreDay.map((shock) => shock + 0.05 * random.normal()));
	const busy = [1.15, 1.05, 1, 1, 1.05, 0.75, 0.65];
	const builder = new FactBuilder(
		plan.agents.map(({ tenureDays, lines }, a) => ({
			id: `agent-${a}`,
			tenureDays,
			languages: [...new Set(lines.map(({ line }) => plan.lines[line]!.language))]
		})),
		days
	);
	plan.agents.forEach((agent, a) => {
		const own = random.fork(`agent-${a}`);
		const coached = options.coached?.filter((entry) => entry.agent === a) ?? [];
		let drift = 0;
		const [first, last] =
			a % 2 === 0 ? [0, days * agent.leavesAfter] : [days * (1 - agent.leavesAfter), days];
		for (let day = 0; day < days; day++) {
			const weekday = day % 7;
			if (weekday === 0) drift = 0.8 * drift + 0.15 * own.normal();
			if (day < first || day >= last) continue;
			if (agent.weekendsOff ? weekday > 4 : agent.daysOff.includes(weekday)) continue;
			if (own.uniform() < 0.05) continue;
			const now = { ...agent.badness };
			const uncoached = { ...now };
			for (const { skill, lowers, day: from } of coached) if (day >= from) now[skill] -= lowers;
			const tenure = agent.tenureDays + day;
			const newness = (1 + tenure / 15) ** -0.8;
			const shock = 0.1 * own.normal();
			const probitShock = 0.12 * own.normal();
			simulateAdherence(own, builder, truth, a, day, now, uncoached);
			const rows = new Map<number, Sums>();
			const count = own.poisson(contactsPerDay * agent.volume * busy[weekday]!);
			for (let k = 0; k < count; k++) {
				const { line: l } =
					agent.lines[agent.lines.length > 1 && own.uniform() > agent.lines[0]!.share ? 1 : 0]!;
				const line = plan.lines[l]!;
				const intent = drawIndex(own, line.intentWeights, agent.tilt);
				const hour = (agent.startHour + 8 * own.uniform()) % 24;
				const key = (l * plan.intents.length + intent) * BANDS.length + bandOf(hour);
				let row = rows.get(key);
				if (!row) rows.set(key, (row = {}));
				const around: Around = {
					talk:
						line.logTalk +
						plan.caseTalk[l]![intent]! +
						lineDay[l]![day]! +
						shock +
						0.08 * Math.sin((2 * Math.PI * (hour - line.hourShift)) / 12) +
						0.3 * newness -
						0.0006 * day,
					probit: plan.caseProbit[l]![intent]! + 0.05 * Math.sin((2 * Math.PI * hour) / 24) - 0.4 * newness,
					shock: probitShock,
					line,
					drift,
					ofIntent: agent.intentSkill[intent]!
				};
				simulateContact(own, row, truth, a, day, now, uncoached, around);
			}
			for (const [key, row] of rows) {
				const lineIntent = Math.floor(key / BANDS.length);
				const line = plan.lines[Math.floor(lineIntent / plan.intents.length)]!;
				builder.add({
					agent: `agent-${a}`,
					day,
					queue: line.queue,
					channel: line.channel,
					intent: plan.intents[lineIntent % plan.intents.length]!,
					band: BANDS[key % BANDS.length]!,
					...row
				});
			}
		}
	});
	return { facts: builder.build(), truth, plan };
}

interface Around {
	talk: number;
	probit: number;
	shock: number;
	line: CentrePlan['lines'][number];
	drift: number;
	/** Of ln talk: this person with this subject. */
	ofIntent: number;
}

function drawIndex(random: Random, weights: readonly number[], tilt: readonly number[]): number {
	let total = 0;
	for (let i = 0; i < weights.length; i++) total += weights[i]! * tilt[i]!;
	let left = random.uniform() * total;
	for (let i = 0; i < weights.length; i++) if ((left -= weights[i]! * tilt[i]!) < 0) return i;
	return weights.length - 1;
}

/** Adds one contact to a row, and to the truth what skill made of it. */
function simulateContact(
	random: Random,
	row: Sums,
	truth: Truth,
	agent: number,
	day: number,
	now: Record<Skill, number>,
	uncoached: Record<Skill, number>,
	{ talk, probit, shock, line, drift, ofIntent }: Around
): void {
	const add = (name: string, value: number) => (row[name] = (row[name] ?? 0) + value);
	const zero = NO_SKILL;
	// Drift and knowledge of the subject are the person's own: without skill they are not there.
	const own = (b: Record<Skill, number>, value: number) => (b === zero ? 0 : value);
	const { probit: base } = line;
	const isVoice = line.channel === 'voice';
	// A fourteenth of the contacts turn into something else and have a long tail.
	const tail = random.uniform() < 0.07 ? 0.4 + random.exponential(0.45) : 0;
	const spread = line.talkSpread * skewedNoise(random) + tail;
	const moodAtStart = Math.max(-1, Math.min(1, -0.15 + 0.35 * random.normal() + 0.3 * probit));
	const moodPull = -0.12 * moodAtStart;
	const [u1, u2, u3, u4] = [random.uniform(), random.uniform(), random.uniform(), random.uniform()];
	const acwNoise = 0.8 * skewedNoise(random);
	const withAcw = random.uniform() < 0.85;

	const holdP = (b: Record<Skill, number>) =>
		isVoice ? phi(base.hold - probit + 0.3 * shock + SIZE.hold * (b.hold + own(b, drift * 0.5))) : 0;
	const handle = (b: Record<Skill, number>) => {
		const seconds = Math.exp(
			talk + spread + moodPull + SIZE.aht * (b.aht + own(b, drift)) + own(b, ofIntent)
		);
		const acw = withAcw ? Math.exp(line.logAcw + acwNoise + SIZE.acw * b.acw + 0.5 * shock) : 0;
		const hold = u1 < holdP(b) ? 0.25 * seconds : 0;
		return { seconds, acw, hold, total: seconds + acw + hold };
	};
	const transferP = (b: Record<Skill, number>) =>
		phi(base.transfer - 0.5 * probit + SIZE.transfer * b.transfer + shock);
	const fcrP = (b: Record<Skill, number>) =>
		phi(base.fcr + probit + 0.25 * moodAtStart - SIZE.fcr * (b.fcr + own(b, drift)) + shock);
	const csatOf = (b: Record<Skill, number>, isResolved: boolean) =>
		phi(base.csat + 0.4 * moodAtStart + (isResolved ? 0.6 : -0.5) - SIZE.csat * b.csat + shock);
	const RESPONSE = { yes: 0.2, no: 0.14 };
	const csatP = (b: Record<Skill, number>) => {
		const p = fcrP(b);
		const [yes, no] = [p * RESPONSE.yes, (1 - p) * RESPONSE.no];
		return (yes * csatOf(b, true) + no * csatOf(b, false)) / (yes + no);
	};
	const done = handle(now);
	const logTotal = Math.log(done.total);
	const ofSkill = (metric: Metric, measure: (b: Record<Skill, number>) => number) =>
		truth.add(metric, agent, day, measure(now), measure(zero), measure(uncoached));

	add('handled', 1);
	add('talkSeconds', done.seconds);
	add('holdSeconds', done.hold);
	add('acwSeconds', done.acw);
	add('logHandle', logTotal);
	add('logHandleSquares', logTotal ** 2);
	ofSkill('aht', (b) => Math.log(handle(b).total));
	if (withAcw) {
		add('wrapped', 1);
		add('logAcw', Math.log(done.acw));
		add('logAcwSquares', Math.log(done.acw) ** 2);
		ofSkill('acw', (b) => Math.log(handle(b).acw));
	}
	if (isVoice) {
		add('holdable', 1);
		if (done.hold > 0) add('holds', 1);
		ofSkill('hold', holdP);
	}
	add('transferable', 1);
	if (u2 < transferP(now)) add('transfers', 1);
	ofSkill('transfer', transferP);
	const isResolved = u3 < fcrP(now);
	add('fcrClosed', 1);
	if (isResolved) add('fcrResolved', 1);
	ofSkill('fcr', fcrP);
	add('recontactable', 1);
	if (u4 < (isResolved ? 0.08 : 0.7)) add('recontacts', 1);
	ofSkill('recontact', (b) => 0.7 - 0.62 * fcrP(b));
	if (random.uniform() < (isResolved ? RESPONSE.yes : RESPONSE.no)) {
		add('surveys', 1);
		if (random.uniform() < csatOf(now, isResolved)) add('satisfied', 1);
		ofSkill('csat', csatP);
	}
	if (random.uniform() < 0.7) {
		add('moods', 1);
		add('moodAtStart', moodAtStart);
		const shift = (b: Record<Skill, number>) =>
			-0.45 * moodAtStart + 0.05 + (isResolved ? 0.15 : -0.1) - SIZE.mood * b.mood + 0.1 * shock;
		const seen = shift(now) + 0.3 * random.normal();
		add('shifts', 1);
		add('moodShift', seen);
		add('moodShiftSquares', seen ** 2);
		ofSkill('mood', shift);
	}
}

const NO_SKILL: Record<Skill, number> = {
	aht: 0,
	acw: 0,
	hold: 0,
	transfer: 0,
	fcr: 0,
	csat: 0,
	mood: 0,
	adherence: 0,
	quality: 0
};

/** Mean 0, sd 1, skewed to the left as logarithms of handle times are, with more in both tails than a normal. */
function skewedNoise(random: Random): number {
	// Log of an Erlang-3 variable: mean ψ(3), variance ψ′(3).
	const erlang = random.exponential(1) + random.exponential(1) + random.exponential(1);
	return (Math.log(erlang) - 0.9227843350984671) / 0.6284399;
}

function simulateAdherence(
	random: Random,
	builder: FactBuilder,
	truth: Truth,
	agent: number,
	day: number,
	now: Record<Skill, number>,
	uncoached: Record<Skill, number>
): void {
	const factor = random.exponential(0.5) + random.exponential(0.5);
	const share = (b: Record<Skill, number>) =>
		Math.min(1, 0.06 * Math.exp(SIZE.adherence * b.adherence) * factor);
	const fair = (b: Record<Skill, number>) => 1 - 0.06 * Math.exp(SIZE.adherence * b.adherence);
	truth.add('adherence', agent, day, fair(now), fair(NO_SKILL), fair(uncoached));
	const row = {
		agent: `agent-${agent}`,
		day,
		scheduledSeconds: 28_800,
		exceptionSeconds: share(now) * 28_800
	};
	const isEvaluated = random.uniform() < 0.25;
	const quality = (b: Record<Skill, number>) => 0.82 - SIZE.quality * b.quality;
	const score = Math.max(0, Math.min(1, quality(now) + 0.08 * random.normal()));
	if (isEvaluated) truth.add('quality', agent, day, quality(now), quality(NO_SKILL), quality(uncoached));
	builder.addDay(
		isEvaluated ? { ...row, evaluations: 1, evaluationScores: score, evaluationSquares: score ** 2 } : row
	);
}
