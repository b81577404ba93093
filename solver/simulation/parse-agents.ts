import { parseSpan, parseWeekdays } from './parse-span.ts';
import { memberOf, refuse, ScenarioFields } from './scenario-fields.ts';
import {
	CHANNELS,
	LANGUAGES,
	type AgentHabits,
	type AgentShift,
	type Channel,
	type Language,
	type ScenarioAgent
} from './scenario.ts';

const DAY_SECONDS = 86_400;

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
	const span = parseSpan(shift);
	const parsed: AgentShift = {
		...span,
		breaks: shift.list('breaks', parsePause, []),
		lunch: shift.has('lunch') ? parsePause(shift.raw('lunch'), shift.at('lunch')) : null,
		activities: shift.list(
			'activities',
			(item, at) => {
				const activity = new ScenarioFields(item, at);
				const kind = activity.oneOf('kind', ['training', 'meeting'] as const);
				const weekdays = parseWeekdays(activity);
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

function parseHabits(value: unknown, path: string): AgentHabits {
	const habits = new ScenarioFields(value, path);
	const parsed: AgentHabits = {
		talk: habits.number('talk', 0.1, 10, 1),
		hold: habits.number('hold', 0, 100, 1),
		transfer: habits.number('transfer', 0, 100, 1),
		wrap: habits.number('wrap', 0, 10, 1),
		resolve: habits.number('resolve', -1, 1, 0),
		warmth: habits.number('warmth', -2, 2, 0)
	};
	if (habits.has('intents'))
		parsed.intents = habits.list('intents', (item, at) =>
			typeof item === 'string' ? item : refuse(at, item, 'the name of an intent')
		);
	habits.done();
	return parsed;
}

/** One agent, or `count` like ones, numbered from 1. */
export function parseAgents(value: unknown, path: string): ScenarioAgent[] {
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
		languages: agent.has('languages') ? agent.list<Language>('languages', memberOf(LANGUAGES)) : null,
		shifts: agent.list('shifts', parseShift, []),
		concurrency: Object.fromEntries(
			CHANNELS.filter((channel) => slots.has(channel)).map((channel) => [
				channel,
				slots.whole(channel, 1, 20)
			])
		) as Partial<Record<Channel, number>>
	};
	slots.done();
	const habits = agent.has('habits') ? parseHabits(agent.raw('habits'), agent.at('habits')) : null;
	if (habits) Object.assign(parsed, { habits });
	agent.done();
	if (count === 1) return [{ id, name, ...parsed }];
	return Array.from({ length: count }, (_, i) => ({
		id: `${id}-${i + 1}`,
		name: `${name} ${i + 1}`,
		...parsed
	}));
}
