import { parseSpan, parseWeekdays } from './parse-span.ts';
import { memberOf, ScenarioFields } from './scenario-fields.ts';
import {
	CHANNELS,
	LANGUAGES,
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
	agent.done();
	if (count === 1) return [{ id, name, ...parsed }];
	return Array.from({ length: count }, (_, i) => ({
		id: `${id}-${i + 1}`,
		name: `${name} ${i + 1}`,
		...parsed
	}));
}
