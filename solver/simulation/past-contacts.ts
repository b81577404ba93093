import { createRandom, type Random } from '../numeric/random.ts';
import { dayFactor, expectedArrivals } from './arrival-rate.ts';
import { drawDuration, drawWeighted } from './draws.ts';
import { BASE_MOOD } from './floor/base-mood.ts';
import type { Channel, Scenario, ScenarioAgent, ScenarioQueue } from './scenario.ts';
import { createSiteClock } from './site-clock.ts';
import { HOLD_PART, workTerms } from './work-terms.ts';

/** A handled contact of a past day, as a record of it would be. */
export interface PastContact {
	agent: string;
	queue: string;
	channel: Channel;
	intent: string;
	answeredMs: number;
	talkSeconds: number;
	holdSeconds: number;
	acwSeconds: number;
	transferred: boolean;
	/** The customer came back for the same reason within a week. */
	returned: boolean;
	/** One to five; null without a survey. */
	csat: number | null;
	/** −1 to 1. */
	moodAtStart: number;
	moodAtEnd: number;
}

export interface PastOptions {
	seed: number;
	/** An instant of the first local day. */
	fromMs: number;
	/** Whole local days. */
	days: number;
	utcOffsetSecondsAt?: (utcMs: number) => number;
}

const ANSWERED = 0.95;
const RETURNS = { resolved: 0.04, not: 0.3 };

/**
 * What people handled on past days, drawn contact by contact from the terms that the floor uses (`workTerms`), but
 * without the floor: contacts of a queue fall to those on duty who serve it, the proficient more often, anywhere in
 * their shift. Good for what agents did; not for waits. Cost: O(contacts).
 *
 * @throws RangeError when `days` is not a whole number of at least 1
 */
export function* pastContacts(scenario: Scenario, options: PastOptions): Generator<PastContact, void, void> {
	const { seed, fromMs, days } = options;
	if (!Number.isInteger(days) || days < 1)
		throw new RangeError(`Drawing past contacts: days "${days}" must be a whole number of at least 1.`);
	const { site } = scenario;
	const clock = createSiteClock(options.utcOffsetSecondsAt ?? (() => site.utcOffsetSeconds));
	const root = createRandom(seed);
	const dayStream = root.fork('days');
	const queues = scenario.queues.map((plan) => ({
		plan,
		expected: expectedArrivals(plan),
		random: root.fork(`past ${plan.id}`)
	}));
	const firstDay = clock.local(fromMs).day;
	for (let day = firstDay; day < firstDay + days; day++) {
		const weekday = (((day + 3) % 7) + 7) % 7;
		const present = scenario.agents.filter((agent) =>
			agent.shifts.some(
				({ weekdays }) =>
					weekdays.includes(weekday) && root.fork(`there ${agent.id} ${day}`).uniform() >= site.absence
			)
		);
		for (const { plan, expected, random } of queues) {
			const people = serving(present, plan);
			if (people.length === 0) continue;
			const factor =
				dayFactor(dayStream, plan, day, site.dayVariation) * (1 - plan.botShare * plan.botContainment);
			const mean = expected[weekday]!.reduce((sum, part) => sum + part, 0) * factor * ANSWERED;
			const total = people.reduce((sum, { weight }) => sum + weight, 0);
			for (let left = random.poisson(mean); left > 0; left--) {
				let at = random.uniform() * total;
				const chosen = people.find(({ weight }) => (at -= weight) < 0) ?? people[people.length - 1]!;
				const shift = chosen.agent.shifts.find(({ weekdays }) => weekdays.includes(weekday))!;
				const seconds = shift.startSeconds + (shift.endSeconds - shift.startSeconds) * random.uniform();
				yield contactOf(random, scenario, plan, chosen, clock.utcMs(day, seconds));
			}
		}
	}
}

interface Serving {
	agent: ScenarioAgent;
	proficiency: number;
	weight: number;
}

/** Those with the skill and the language; better ones are offered more, who serves many queues has less for each. */
const serving = (present: readonly ScenarioAgent[], plan: ScenarioQueue): Serving[] =>
	present.flatMap((agent) => {
		const known = agent.skills.find(({ skill }) => skill === plan.skill);
		if (!known || (agent.languages && !agent.languages.includes(plan.language))) return [];
		return [{ agent, proficiency: known.proficiency, weight: known.proficiency ** 2 / agent.skills.length }];
	});

function contactOf(
	random: Random,
	{ site }: Scenario,
	plan: ScenarioQueue,
	{ agent, proficiency }: Serving,
	answeredMs: number
): PastContact {
	const intent = drawWeighted(random, plan.intents);
	const terms = workTerms(site, plan, agent, proficiency, intent);
	const busy = drawDuration(random, terms.busySeconds, plan.ahtCv, plan.ahtDistribution);
	const hold = random.uniform() < terms.holdChance ? busy * Math.max(HOLD_PART, plan.holdShare) : 0;
	const transferred = random.uniform() < terms.transferShare;
	const resolved = !transferred && random.uniform() < terms.resolveChance;
	const moodAtStart = clip((BASE_MOOD[intent] ?? -0.1) - 0.1 + 0.35 * random.normal());
	const change = resolved ? 0.45 + 0.6 * random.uniform() : -0.45 + 0.5 * random.uniform();
	const moodAtEnd = clip(moodAtStart + change + terms.moodLift);
	const isAsked = random.uniform() < site.surveyShare;
	const score = Math.round(3.2 + 1.9 * moodAtEnd + 0.7 * random.normal());
	return {
		agent: agent.id,
		queue: plan.id,
		channel: plan.channel,
		intent,
		answeredMs,
		talkSeconds: busy - hold,
		holdSeconds: hold,
		acwSeconds: transferred ? 0 : drawDuration(random, terms.wrapSeconds, plan.ahtCv, plan.ahtDistribution),
		transferred,
		returned: !transferred && random.uniform() < (resolved ? RETURNS.resolved : RETURNS.not),
		csat: isAsked && !transferred ? Math.max(1, Math.min(5, score)) : null,
		moodAtStart,
		moodAtEnd
	};
}

const clip = (mood: number): number => Math.max(-1, Math.min(1, mood));
