import { parseAgents } from './parse-agents.ts';
import { parseQueue } from './parse-queue.ts';
import { memberOf, refuse, ScenarioFields } from './scenario-fields.ts';
import {
	CHANNELS,
	LANGUAGES,
	type Channel,
	type Language,
	type Scenario,
	type ScenarioBot,
	type ScenarioQueue,
	type ScenarioSite
} from './scenario.ts';

const DAY_SECONDS = 86_400;

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

function parseBot(value: unknown, path: string): ScenarioBot {
	const bot = new ScenarioFields(value, path);
	const id = bot.text('id');
	const parsed: ScenarioBot = {
		id,
		name: bot.text('name', id),
		channels: bot.list<Channel>('channels', memberOf(CHANNELS)),
		languages: bot.list<Language>('languages', memberOf(LANGUAGES)),
		turnSeconds: bot.number('turnSeconds', 1, 3600, 15),
		failShare: bot.number('failShare', 0, 1, 0.15)
	};
	bot.done();
	return parsed;
}
