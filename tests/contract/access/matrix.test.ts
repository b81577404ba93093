import { afterAll, beforeAll, expect, it } from 'vitest';
import { RIGHTS_OF_KEY_SCOPE, RIGHTS_OF_ROLE, rightsWithin, type Right } from '#lib/contracts/rights.ts';
import type { NamedScope } from '#lib/contracts/scope.ts';
import { ROLES } from '#lib/contracts/terms.ts';
import { ForbiddenError, resolveScope } from '../../../src/lib/server/access/index.ts';
import type { Actor } from '../../../src/lib/server/context.ts';
import { TABLE, type Expectation, type Kind } from './table.ts';
import { LEAD } from './site-operations.ts';
import { openTwoSites, type TwoSites } from './two-sites.ts';
import { verbsWithActor, type FoundVerb } from './verbs-with-actor.ts';

const modules = import.meta.glob<Record<string, unknown>>('/src/lib/server/*/index.ts');

/** Everything is asked of the south: by those of the whole, of the south in each way, of the north, and by the south's own agent. */
const SCOPES = {
	whole: null,
	site: { sites: ['south'], teams: [], queues: [] },
	team: { sites: [], teams: ['south-team'], queues: [] },
	queue: { sites: [], teams: [], queues: ['south-queue'] },
	other: { sites: ['north'], teams: [], queues: [] }
} satisfies Record<string, NamedScope | null>;
type ScopeName = keyof typeof SCOPES;

/** What each kind of scope reaches of its own part. */
const REACHES: Record<ScopeName, readonly Kind[]> = {
	whole: ['queue', 'agent', 'person', 'contact'],
	site: ['queue', 'agent', 'person', 'contact'],
	team: ['queue', 'agent', 'person', 'contact'],
	// Who serves a queue is seen at work in it; their schedule and coaching are their team's.
	queue: ['queue', 'agent', 'contact'],
	other: []
};

const HOLDERS: [name: string, role: Actor['role'], rights: readonly Right[]][] = [
	...ROLES.map((role) => [role, role, RIGHTS_OF_ROLE[role]] as [string, Actor['role'], readonly Right[]]),
	...Object.entries(RIGHTS_OF_KEY_SCOPE).map(
		([scope, rights]) => [`key:${scope}`, 'key', rights] as [string, Actor['role'], readonly Right[]]
	)
];

let world: TwoSites;
let found: (FoundVerb & { domain: string })[] = [];
let cases = 0;

beforeAll(async () => {
	world = await openTwoSites();
	for (const [path, load] of Object.entries(modules)) {
		const domain = /server\/([^/]+)\//.exec(path)![1]!;
		found.push(...verbsWithActor(domain, await load()).map((verb) => ({ ...verb, domain })));
	}
	found = found.filter(({ domain }) => domain !== 'realtime');
}, 120_000);
afterAll(() => {
	console.log(`access matrix: ${found.length} verbs, ${cases} cases`);
	world.close();
});

it('names every verb that is told who acts, and none that is not there', () => {
	const names = found.map(({ name }) => name);
	expect(names.length).toBeGreaterThan(200);
	expect(names.filter((name) => !(name in TABLE)).sort(), 'missing in the table').toEqual([]);
	expect(
		Object.keys(TABLE).filter((name) => !names.includes(name)),
		'no longer there'
	).toEqual([]);
});

async function actorOf(
	role: Actor['role'],
	rights: readonly Right[],
	scope: ScopeName,
	agentId: string | null
): Promise<Actor> {
	const named = SCOPES[scope];
	return {
		id: LEAD,
		role,
		agentId,
		rights: rightsWithin(rights, named),
		scope: await resolveScope(world.ctx, named)
	};
}

type Outcome =
	{ is: 'refused' } | { is: 'failed'; error: unknown } | { is: 'answered'; answer: unknown; text: string };

async function ask({ name, call, parameters }: FoundVerb, actor: Actor, args: unknown[]): Promise<Outcome> {
	// Without arguments of its own a verb is given the context and nothing else: the right is asked for first.
	const filled =
		args.length > 0
			? args.map((arg) => (arg === 'actor' ? actor : arg))
			: parameters.map((one) =>
					one === 'actor'
						? actor
						: one === 'ctx' || one === '{'
							? world.ctx
							: one === 'centre'
								? world.centre
								: undefined
				);
	try {
		const method = name.split('.')[2];
		const [first, ...rest] = filled;
		const target = (first as Record<string, (...args: unknown[]) => unknown> | undefined) ?? null;
		const answer =
			call === null
				? await instanceOf(name, target)[method!]!(...(args.length > 0 ? rest : filled))
				: await (call as (...args: unknown[]) => unknown)(...filled);
		return { is: 'answered', answer, text: textOf(answer) };
	} catch (error) {
		return error instanceof ForbiddenError ? { is: 'refused' } : { is: 'failed', error };
	}
}

function instanceOf(name: string, given: unknown): Record<string, (...args: unknown[]) => unknown> {
	const known: Record<string, unknown> = {
		Jobs: world.jobs,
		LiveCommands: world.commands,
		Ingest: world.centre.ingest
	};
	return (known[name.split('.')[1]!] ?? given) as Record<string, (...args: unknown[]) => unknown>;
}

const textOf = (answer: unknown): string =>
	typeof answer === 'string'
		? answer
		: (JSON.stringify(answer, (_, value: unknown) =>
				value instanceof Map ? [...value] : value instanceof Set ? [...value] : value
			) ?? '');

/** An ordinary way of saying that there is no such thing. */
const isUnknown = (outcome: Outcome): boolean => {
	if (outcome.is === 'failed')
		return /there is no|has not handled|there is no such/i.test((outcome.error as Error).message);
	if (outcome.is === 'refused') return false;
	const { answer } = outcome;
	if (answer === undefined) return false;
	if (answer === null || answer === false) return true;
	if (Array.isArray(answer)) return answer.length === 0;
	const { kind, reason, status } = answer as { kind?: string; reason?: string; status?: string };
	if (status === 'gone') return true;
	return kind === 'refused' && (reason === 'gone' || reason === 'unknown-session');
};

const holds = (rights: readonly string[], right: Right | readonly Right[]): boolean =>
	(Array.isArray(right) ? right : [right]).some((one: string) => rights.includes(one));

async function check(verb: FoundVerb, expectation: Expectation): Promise<string[]> {
	const wrong: string[] = [];
	for (const [holder, role, rights] of HOLDERS)
		for (const scope of Object.keys(SCOPES) as ScopeName[]) {
			if (expectation.is === 'own') continue;
			cases++;
			const actor = await actorOf(role, rights, scope, null);
			const fault = await judge(verb, expectation, actor, scope);
			if (fault) wrong.push(`${holder} of ${scope}: ${fault}`);
		}
	return wrong.length === 0 ? [] : [`${verb.name}, ${wrong.length} cases, such as ${wrong[0]}`];
}

async function judge(
	verb: FoundVerb,
	expectation: Exclude<Expectation, { is: 'own' }>,
	actor: Actor,
	scope: ScopeName
): Promise<string | null> {
	const args = expectation.is !== 'whole' && expectation.args ? expectation.args(world, 'south') : [];
	const outcome = await ask(verb, actor, args);
	const isPart = SCOPES[scope] !== null;
	const mayAsk = holds(actor.rights, expectation.right) && !(expectation.is === 'whole' && isPart);
	// A card is also for the agent who had the contact; such rights are looked at as "self".
	if (!mayAsk) {
		// An agent's list of what is their own, of whom there is nothing.
		const isEmpty = expectation.is === 'list' && outcome.is === 'answered' && outcome.text === '[]';
		return outcome.is === 'refused' || isEmpty ? null : `wanted a refusal, got ${told(outcome)}`;
	}
	if (expectation.is === 'self')
		return outcome.is === 'answered' && outcome.text.includes('south')
			? `told of the south: ${outcome.text}`
			: null;
	if (outcome.is !== 'refused') await world.reset();
	if (expectation.is === 'centre' || expectation.is === 'whole')
		return outcome.is === 'refused' ? 'refused in spite of the right' : null;
	if (expectation.is === 'one') {
		const isReached = REACHES[scope].includes(expectation.kind);
		if (isReached)
			return outcome.is === 'answered' && !isUnknown(outcome)
				? null
				: `wanted an answer, got ${told(outcome)}`;
		return outcome.is === 'refused' || isUnknown(outcome) ? null : `wanted a refusal, got ${told(outcome)}`;
	}
	if (outcome.is !== 'answered' && !isUnknown(outcome)) return `wanted an answer, got ${told(outcome)}`;
	if (outcome.is !== 'answered' || expectation.kind === null) return null;
	const [south, north] = ['south', 'north'].map((site) => outcome.text.includes(site));
	const seesSouth = REACHES[scope].includes(expectation.kind);
	const seesNorth = scope === 'whole' || scope === 'other';
	if (south !== seesSouth) return `${south ? 'tells' : 'does not tell'} of the south`;
	if (north !== seesNorth) return `${north ? 'tells' : 'does not tell'} of the north`;
	return null;
}

const told = (outcome: Outcome): string =>
	outcome.is === 'answered'
		? outcome.text.slice(0, 200)
		: outcome.is === 'failed'
			? `${(outcome.error as Error).message?.slice(0, 200)}`
			: 'a refusal';

it('every verb × role × scope does what the table says', { timeout: 180_000 }, async () => {
	const wrong: string[] = [];
	for (const verb of found) {
		const expectation = TABLE[verb.name];
		if (expectation) wrong.push(...(await check(verb, expectation)));
	}
	expect(wrong).toEqual([]);
	expect(cases).toBeGreaterThan(5_000);
});

it('an agent does for oneself what is for oneself, and nothing for another', async () => {
	const wrong: string[] = [];
	for (const verb of found) {
		const expectation = TABLE[verb.name];
		if (expectation?.is !== 'self') continue;
		for (const [site, isOwn] of [
			['south', true],
			['north', false]
		] as const) {
			cases++;
			const actor = {
				...(await actorOf('agent', RIGHTS_OF_ROLE.agent, 'whole', 'south-agent')),
				id: 'user:south-user'
			};
			const outcome = await ask(verb, actor, expectation.args(world, site));
			if (outcome.is === 'answered' && outcome.text.includes('north'))
				wrong.push(`${verb.name} tells the south's agent of the north: ${outcome.text.slice(0, 200)}`);
			if (isOwn && outcome.is === 'refused') wrong.push(`${verb.name}: refused for one's own`);
			const isAbout = JSON.stringify(expectation.args(world, 'north').slice(2)).includes('north');
			if (!isOwn && isAbout && outcome.is === 'answered' && !isUnknown(outcome))
				wrong.push(`${verb.name} for another: ${told(outcome)}`);
			await world.reset();
		}
	}
	expect(wrong).toEqual([]);
});
