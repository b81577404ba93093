import { z } from 'zod';
import { demoAgents, demoQueues, demoScenario, demoSkills, demoTeams } from '#solver/simulation/index.ts';
import { parseInput, timeZoneField } from '../access/index.ts';
import { SYSTEM, type Context } from '../context.ts';
import { ANSWERS_KEY } from '../handoff/index.ts';
import { demoAnswers } from './demo-answers.ts';
import {
	agents,
	agentSkills,
	alertRules,
	contracts,
	queues,
	settings,
	sites,
	skills,
	teams
} from '../db/schema/index.ts';

const SITE = 'main';
const Place = z.object({ timeZone: timeZoneField.optional() });
const FULL_TIME = {
	id: 'full-time',
	name: 'Full time, 40 h',
	minHoursPerWeek: 32,
	maxHoursPerWeek: 40,
	maxHoursPerDay: 9,
	minRestHours: 12,
	maxConsecutiveDays: 6,
	minDaysOffPerWeek: 2
};

/** A queue asks for a subject in a language: that pair is the skill. */
const skillId = (subject: string, language: string): string => `${subject}-${language}`;

const demoAlertRules = (createdAt: number) => [
	{
		id: 'demo-service-level',
		name: 'Service level',
		metric: 'serviceLevel',
		watchThreshold: 0.8,
		breachThreshold: 0.7,
		createdBy: SYSTEM.id,
		createdAt
	},
	{
		id: 'demo-longest-wait',
		name: 'Longest wait',
		metric: 'oldestWait',
		channel: 'voice',
		watchThreshold: 120,
		breachThreshold: 240,
		createdBy: SYSTEM.id,
		createdAt
	},
	{
		id: 'demo-needs-person',
		name: 'Needs a person',
		metric: 'needsPersonFor',
		watchThreshold: 120,
		breachThreshold: 300,
		createdBy: SYSTEM.id,
		createdAt
	}
];

/** Writes the demo centre's set-up, in a zone if one is named; what is there already stays as it is. */
export async function seedCentre({ db, now }: Context, zone?: string): Promise<{ agentId: string }> {
	const { timeZone } = parseInput('Setting up the demo centre', Place, { timeZone: zone || undefined });
	const { orm } = db;
	const at = now();
	const { site } = demoScenario();
	const subjects = new Map(demoSkills().map(({ id, name }) => [id, name]));
	const pairs = [
		...new Map(
			demoQueues().map(({ skill, language }) => [skillId(skill, language), { skill, language }])
		).entries()
	];
	const people = demoAgents();
	const isFresh = (await orm.select().from(sites)).length === 0;

	await orm.batch([
		orm
			.insert(sites)
			.values({ id: SITE, name: site.name, timeZone: timeZone ?? site.timeZone, isDemo: true, createdAt: at })
			.onConflictDoNothing(),
		orm
			.insert(skills)
			.values(
				pairs.map(([id, { skill, language }]) => ({
					id,
					name: `${subjects.get(skill)} (${language.toUpperCase()})`
				}))
			)
			.onConflictDoNothing(),
		orm.insert(contracts).values(FULL_TIME).onConflictDoNothing(),
		orm
			.insert(teams)
			.values(demoTeams().map((team) => ({ ...team, siteId: SITE })))
			.onConflictDoNothing(),
		orm
			.insert(queues)
			.values(
				demoQueues().map((queue) => ({
					id: queue.id,
					siteId: SITE,
					name: queue.name,
					channel: queue.channel,
					skillId: skillId(queue.skill, queue.language),
					serviceLevelShare: queue.serviceLevel.share,
					serviceLevelThresholdSeconds: queue.serviceLevel.thresholdSeconds,
					patienceSeconds: queue.patienceSeconds,
					priority: Math.max(1, Math.round(queue.priority)),
					concurrency: queue.concurrency,
					openingHours: queue.openingHours?.flatMap((span) =>
						span.weekdays.map((weekday) => ({
							weekday,
							fromMinute: span.startSeconds / 60,
							toMinute: span.endSeconds / 60
						}))
					),
					isDemo: true,
					createdAt: at
				}))
			)
			.onConflictDoNothing(),
		orm
			.insert(agents)
			.values(
				people.map(({ id, name, team }) => ({
					id,
					siteId: SITE,
					teamId: team,
					contractId: FULL_TIME.id,
					name,
					isDemo: true,
					createdAt: at
				}))
			)
			.onConflictDoNothing(),
		orm
			.insert(agentSkills)
			.values(
				people.flatMap(({ id, skills: subjects, languages }) =>
					pairs.flatMap(([pair, { skill, language }]) => {
						const known = subjects.find((subject) => subject.skill === skill);
						if (!known || (languages && !languages.includes(language))) return [];
						return [{ agentId: id, skillId: pair, proficiency: known.proficiency }];
					})
				)
			)
			.onConflictDoNothing(),
		// A rule that was removed does not come back with the next start.
		orm
			.insert(settings)
			.values({ key: ANSWERS_KEY, value: { answers: demoAnswers(), version: 1 } })
			.onConflictDoNothing(),
		...(isFresh ? [orm.insert(alertRules).values(demoAlertRules(at)).onConflictDoNothing()] : [])
	]);
	return { agentId: people[0]!.id };
}
