import { numberIn, refuse, ScenarioFields } from './scenario-fields.ts';
import {
	CHANNELS,
	LANGUAGES,
	type AgentShift,
	type Channel,
	type Language,
	type LocalSpan,
	type Scenario,
	type ScenarioAgent,
	type ScenarioBot,
	type ScenarioQueue,
	type ScenarioSite
} from './scenario.ts';

const DAY_SECONDS = 86_400;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const FLAT_WEEK = EVERY_DAY.map(() => 1);
const FLAT_DAY = Array.from({ length: 24 }, () => 1);

const text = (value: unknown, path: string): string =>
	typeof value === 'string' && value !== '' ? value : refuse(path, value, 'a text that is not empty');
const member =
	<T extends string>(wanted: readonly T[]) =>
	(value: unknown, path: string): T =>
		wanted.includes(value as T) ? (value as T) : refuse(path, value, `one of ${wanted.join(', ')}`);
const weight = (value: unknown, path: string): number => numberIn(value, path, 0, Infinity);
const weekday = (value: unknown, path: string): number =>
	Number.isInteger(value)
		? numberIn(value, path, 0, 6)
		: refuse(path, value, 'a weekday from 0 (Monday) to 6 (Sunday)');

/**
 * Checks a scenario read from outside (JSON) and fills in what it leaves out. Left out means: no bots, no holds,
 * no transfers, no after-contact work, endless patience, flat arrivals, agents always on duty, no overdispersion,
 * so that the smallest scenario is the textbook one.
 *
 * @throws RangeError naming the field, its value and what was wanted; also for a field that does not exist and
 *   for an id used twice
 */
export function parseScenario(input: unknown): Scenario {
	const fields = new ScenarioFields(input, '');
	const site = parseSite(fields.raw('site') ?? {});
	const queues = fields.list('queues', parseQueue);
	const agents = fields.list('agents', parseAgents).flat();
	const bots = fields.list('bots', parseBot, []);
	const customers = new ScenarioFields(fields.raw('customers') ?? {}, 'customers');
	const scenario: Scenario = {
		site,
		queues,
		agents,
		bots,
		customers: {
			poolSize: customers.whole('poolSize', 1, 100_000_000, 20_000),
			repeatShare: customers.number('repeatShare', 0, 1, 0)
		}
	};
	customers.done();
	fields.done();
	if (queues.length === 0) refuse('queues', queues, 'at least one queue');
	unique(queues, 'queues');
	unique(agents, 'agents');
	unique(bots, 'bots');
	for (const [i, queue] of queues.entries()) {
		for (const target of queue.transferTo)
			if (!queues.some(({ id }) => id === target))
				refuse(`queues[${i}].transferTo`, target, 'the id of a queue');
		if (queue.botShare > 0 && !bots.some((bot) => serves(bot, queue)))
			refuse(
				`queues[${i}].botShare`,
				queue.botShare,
				`0, or a bot for ${queue.channel} in "${queue.language}"`
			);
	}
	return scenario;
}

const serves = (bot: ScenarioBot, queue: ScenarioQueue): boolean =>
	bot.channels.includes(queue.channel) && bot.languages.includes(queue.language);

function unique(items: { id: string }[], path: string): void {
	const seen = new Set<string>();
	for (const [i, { id }] of items.entries()) {
		if (seen.has(id)) refuse(`${path}[${i}].id`, id, 'an id used once');
		seen.add(id);
	}
}

function parseSite(value: unknown): ScenarioSite {
	const site = new ScenarioFields(value, 'site');
	const parsed: ScenarioSite = {
		name: site.text('name', 'Site'),
		timeZone: site.text('timeZone', 'UTC'),
		utcOffsetSeconds: site.number('utcOffsetSeconds', -DAY_SECONDS, DAY_SECONDS, 0),
		dayVariation: site.number('dayVariation', 0, 1, 0),
		absence: site.number('absence', 0, 0.9, 0),
		punctualitySeconds: site.number('punctualitySeconds', 0, 3600, 0),
		answerDelaySeconds: site.number('answerDelaySeconds', 0, 600, 0),
		proficiencyEffect: site.number('proficiencyEffect', 0, 1, 0),
		surveyShare: site.number('surveyShare', 0, 1, 0)
	};
	site.done();
	return parsed;
}

function parseQueue(value: unknown, path: string): ScenarioQueue {
	const queue = new ScenarioFields(value, path);
	const arrivals = new ScenarioFields(queue.raw('arrivals'), queue.at('arrivals'));
	const target = new ScenarioFields(
		queue.raw('serviceLevel') ?? { share: 0.8, thresholdSeconds: 20 },
		queue.at('serviceLevel')
	);
	const intents = new ScenarioFields(queue.raw('intents') ?? { general: 1 }, queue.at('intents'));
	const id = queue.text('id');
	const parsed: ScenarioQueue = {
		id,
		name: queue.text('name', id),
		channel: queue.oneOf('channel', CHANNELS, 'voice'),
		skill: queue.text('skill', id),
		language: queue.oneOf('language', LANGUAGES, 'en'),
		arrivals: {
			weeklyVolume: arrivals.number('weeklyVolume', 0, 1e9),
			weekdayShape: arrivals.list('weekdayShape', weight, FLAT_WEEK),
			intervalShape: arrivals.list('intervalShape', weight, FLAT_DAY)
		},
		openingHours: queue.has('openingHours')
			? queue.list('openingHours', (span, at) => parseSpan(span, at))
			: null,
		ahtSeconds: queue.number('ahtSeconds', 1, DAY_SECONDS),
		ahtCv: queue.number('ahtCv', 0, 5, 0.6),
		ahtDistribution: queue.oneOf('ahtDistribution', ['lognormal', 'exponential'], 'lognormal'),
		acwSeconds: queue.number('acwSeconds', 0, DAY_SECONDS, 0),
		holdShare: queue.number('holdShare', 0, 0.25, 0),
		patienceSeconds: queue.has('patienceSeconds') ? queue.number('patienceSeconds', 1, Infinity) : null,
		maxWaitSeconds: queue.numberOrNull('maxWaitSeconds', 1, Infinity),
		overflowTo: queue.oneOf('overflowTo', ['callback', 'voicemail'], 'callback'),
		serviceLevel: {
			share: target.number('share', 0, 1),
			thresholdSeconds: target.number('thresholdSeconds', 0, 30 * DAY_SECONDS)
		},
		priority: queue.number('priority', 1e-6, 1e6, 1),
		concurrency: queue.whole('concurrency', 1, 20, 20),
		botShare: queue.number('botShare', 0, 1, 0),
		botContainment: queue.number('botContainment', 0, 1, 0),
		transferShare: queue.number('transferShare', 0, 1, 0),
		transferTo: queue.list('transferTo', text, []),
		intents: Object.fromEntries(
			Object.keys((queue.raw('intents') ?? { general: 1 }) as object).map((name) => [
				name,
				intents.number(name, 0, Infinity)
			])
		)
	};
	for (const part of [arrivals, target, queue]) part.done();
	const { weekdayShape, intervalShape } = parsed.arrivals;
	if (weekdayShape.length !== 7)
		refuse(arrivals.at('weekdayShape'), weekdayShape, 'seven weights, Monday first');
	if (intervalShape.length === 0 || 1440 % intervalShape.length !== 0)
		refuse(arrivals.at('intervalShape'), intervalShape, 'a number of weights that divides 1,440 minutes');
	if (Math.max(...weekdayShape) === 0 || Math.max(...intervalShape) === 0)
		refuse(queue.at('arrivals'), parsed.arrivals, 'shapes with a weight above 0');
	if (parsed.acwSeconds >= parsed.ahtSeconds)
		refuse(queue.at('acwSeconds'), parsed.acwSeconds, `less than ahtSeconds (${parsed.ahtSeconds})`);
	if (!Object.values(parsed.intents).some((share) => share > 0))
		refuse(queue.at('intents'), parsed.intents, 'at least one intent with a weight above 0');
	return parsed;
}

function parseSpan(
	value: unknown,
	path: string,
	fields = new ScenarioFields(value, path),
	last = true
): LocalSpan {
	const startSeconds = fields.timeOfDay('start');
	let endSeconds = fields.timeOfDay('end');
	if (endSeconds <= startSeconds) endSeconds += DAY_SECONDS;
	if (startSeconds >= DAY_SECONDS) refuse(fields.at('start'), fields.raw('start'), 'a time before 24:00');
	if (endSeconds - startSeconds > DAY_SECONDS)
		refuse(fields.at('end'), fields.raw('end'), 'a span of at most 24 hours');
	const weekdays = fields.list('weekdays', weekday, EVERY_DAY);
	if (last) fields.done();
	return { weekdays, startSeconds, endSeconds };
}

function parsePause(value: unknown, path: string): { atSeconds: number; durationSeconds: number } {
	const pause = new ScenarioFields(value, path);
	const parsed = {
		atSeconds: pause.number('atSeconds', 0, DAY_SECONDS),
		durationSeconds: pause.number('durationSeconds', 1, DAY_SECONDS)
	};
	pause.done();
	return parsed;
}

function parseShift(value: unknown, path: string): AgentShift {
	const shift = new ScenarioFields(value, path);
	const span = parseSpan(value, path, shift, false);
	const parsed: AgentShift = {
		...span,
		breaks: shift.list('breaks', parsePause, []),
		lunch: shift.has('lunch') ? parsePause(shift.raw('lunch'), shift.at('lunch')) : null,
		activities: shift.list(
			'activities',
			(item, at) => {
				const activity = new ScenarioFields(item, at);
				const kind = activity.oneOf('kind', ['training', 'meeting'] as const);
				const weekdays = activity.list('weekdays', weekday, EVERY_DAY);
				const atSeconds = activity.number('atSeconds', 0, DAY_SECONDS);
				const durationSeconds = activity.number('durationSeconds', 1, DAY_SECONDS);
				activity.done();
				return { kind, atSeconds, durationSeconds, weekdays };
			},
			[]
		)
	};
	shift.done();
	return parsed;
}

/** One agent, or `count` like ones, numbered from 1. */
function parseAgents(value: unknown, path: string): ScenarioAgent[] {
	const agent = new ScenarioFields(value, path);
	const count = agent.whole('count', 1, 10_000, 1);
	const id = agent.text('id');
	const name = agent.text('name', id);
	const slots = new ScenarioFields(agent.raw('concurrency') ?? {}, agent.at('concurrency'));
	const parsed = {
		team: agent.text('team', 'Team'),
		skills: agent.list('skills', (item, at) => {
			if (typeof item === 'string') return { skill: item, proficiency: 0.75 };
			const fields = new ScenarioFields(item, at);
			const skill = { skill: fields.text('skill'), proficiency: fields.number('proficiency', 0, 1, 0.75) };
			fields.done();
			return skill;
		}),
		languages: agent.has('languages') ? agent.list<Language>('languages', member(LANGUAGES)) : null,
		shifts: agent.list('shifts', parseShift, []),
		concurrency: Object.fromEntries(
			CHANNELS.filter((channel) => slots.has(channel)).map((channel) => [
				channel,
				slots.whole(channel, 1, 20)
			])
		) as Partial<Record<Channel, number>>
	};
	slots.done();
	agent.done();
	if (count === 1) return [{ id, name, ...parsed }];
	return Array.from({ length: count }, (_, i) => ({
		id: `${id}-${i + 1}`,
		name: `${name} ${i + 1}`,
		...parsed
	}));
}

function parseBot(value: unknown, path: string): ScenarioBot {
	const bot = new ScenarioFields(value, path);
	const id = bot.text('id');
	const parsed: ScenarioBot = {
		id,
		name: bot.text('name', id),
		channels: bot.list<Channel>('channels', member(CHANNELS)),
		languages: bot.list<Language>('languages', member(LANGUAGES)),
		turnSeconds: bot.number('turnSeconds', 1, 3600, 15),
		failShare: bot.number('failShare', 0, 1, 0.15)
	};
	bot.done();
	return parsed;
}
