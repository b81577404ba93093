import type { RosterComparison, RosterSide } from '#lib/contracts/roster-comparison.ts';
import { midnightOf } from '#lib/format/local-dates.ts';
import { paidHours } from '#lib/format/paid-hours.ts';
import { gapOf, validateRoster } from '#solver/rostering/index.ts';
import { requireRight } from '../access/index.ts';
import { listAgents } from '../agents/index.ts';
import type { Actor, Context } from '../context.ts';
import { openTimeZone } from '../history/index.ts';
import { listSkills } from '../queues/index.ts';
import { rosterClock } from './edits/roster-clock.ts';
import { personLoads, preferencesMet, spreadsOf } from './fair-shares.ts';
import { findRoster, type RosterView } from './read-rosters.ts';
import { shiftDifferences } from './shift-differences.ts';

const MINUTE_MS = 60_000;

/** Two rosters side by side; null when one of them is not there. */
export async function compareRosters(
	ctx: Context,
	actor: Actor,
	ids: { a: string; b: string }
): Promise<RosterComparison | null> {
	requireRight(actor, 'roster.view', { whole: true });
	const [a, b, agents, skills] = await Promise.all([
		findRoster(ctx, actor, ids.a),
		findRoster(ctx, actor, ids.b),
		listAgents(ctx),
		listSkills(ctx)
	]);
	if (!a || !b) return null;
	return compareViews(a, b, new Map(agents.map(({ id, name }) => [id, name])), skills);
}

interface CoverAt {
	at: number;
	skillId: string | null;
	required: number;
	scheduled: number;
}

/** Two rosters as they are stored, side by side. */
export function compareViews(
	a: RosterView,
	b: RosterView,
	names: ReadonlyMap<string, string>,
	skills: readonly { id: string; name: string }[]
): RosterComparison {
	const zone = openTimeZone(a.timeZone)!;
	const dateOf = (at: number): string => new Date(at + zone.offsetMs(at)).toISOString().slice(0, 10);
	const [coverA, coverB] = [coverOf(a), coverOf(b)];
	const [hoursA, hoursB] = [a, b].map(({ problem }) => problem.intervalMinutes / 60) as [number, number];
	const [dayA, dayB] = [dailyHours(coverA, hoursA, dateOf), dailyHours(coverB, hoursB, dateOf)];
	const none = { shortHours: 0, overHours: 0 };
	const grid = Math.min(a.problem.intervalMinutes, b.problem.intervalMinutes);
	const dates = [...new Set([...dayA.keys(), ...dayB.keys()])].sort();
	const [loadA, loadB] = [personLoads(a, zone), personLoads(b, zone)];
	const changes = shiftDifferences(a, b, dateOf, names);
	const changed = Map.groupBy(changes, ({ agentId }) => agentId);
	const isSameWeights = JSON.stringify(a.problem.weights) === JSON.stringify(b.problem.weights);
	const asked = new Set([...coverA, ...coverB].map(({ skillId }) => skillId));
	return {
		a: sideOf(a, coverA, hoursA),
		b: sideOf(b, coverB, hoursB),
		timeZone: a.timeZone,
		intervalSeconds: grid * 60,
		bByWeightsOfA: isSameWeights ? null : costByWeights(b, a),
		isSameDemand: JSON.stringify(a.problem.demand) === JSON.stringify(b.problem.demand),
		days: dates.map((date) => ({
			date,
			startAt: midnightOf(date, a.timeZone),
			a: dayA.get(date) ?? none,
			b: dayB.get(date) ?? none
		})),
		intervals: together(onGrid(coverA, a, grid), onGrid(coverB, b, grid)),
		skills: skills.filter(({ id }) => asked.has(id)),
		fairness: (['hours', 'nights', 'weekends'] as const).map((measure) => ({
			measure,
			a: spreadsOf(loadA, measure),
			b: spreadsOf(loadB, measure)
		})),
		people: [...new Set([...loadA.keys(), ...loadB.keys()])]
			.map((agentId) => ({
				agentId,
				name: names.get(agentId) ?? agentId,
				a: loadA.get(agentId) ?? null,
				b: loadB.get(agentId) ?? null,
				changedDays: changed.get(agentId)?.length ?? 0
			}))
			.sort((one, other) => other.changedDays - one.changedDays || one.name.localeCompare(other.name)),
		changes
	};
}

function coverOf({ problem, validation, timeZone }: RosterView): CoverAt[] {
	const { at } = rosterClock(problem, timeZone);
	return validation.cover.map(({ day, fromMinute, skill, required, scheduled }) => ({
		at: at(day, fromMinute),
		skillId: skill,
		required,
		scheduled
	}));
}

const sideOf = (view: RosterView, cover: readonly CoverAt[], hours: number): RosterSide => {
	const { id, name, status, fromAt, toAt, basedOn, asked, result, shifts, validation } = view;
	const { objective, violations } = validation;
	// The bound is of the offered shifts under all rules: a shift of its own or a broken rule may cost less.
	const isBounded = view.claimed.problem === view.problem && violations.length === 0;
	const lowerBound = isBounded ? (result.lowerBound ?? null) : null;
	return {
		...{ id, name, status, fromAt, toAt, basedOn, asked, objective, violations, lowerBound },
		gap: gapOf(objective, lowerBound),
		people: new Set(shifts.map(({ agentId }) => agentId)).size,
		paidHours: shifts.reduce((sum, shift) => sum + paidHours(shift), 0),
		...sumHours(cover, hours),
		preferences: preferencesMet(view)
	};
};

function sumHours(cover: readonly CoverAt[], hours: number): { shortHours: number; overHours: number } {
	let [shortHours, overHours] = [0, 0];
	for (const { required, scheduled } of cover) {
		shortHours += Math.max(0, required - scheduled) * hours;
		overHours += Math.max(0, scheduled - required) * hours;
	}
	return { shortHours, overHours };
}

const dailyHours = (cover: readonly CoverAt[], hours: number, dateOf: (at: number) => string) =>
	new Map(
		[...Map.groupBy(cover, ({ at }) => dateOf(at))].map(([date, ofDay]) => [date, sumHours(ofDay, hours)])
	);

/** A cover on a grid that is as fine as its own or finer: people and requirement hold throughout an interval. */
const onGrid = (cover: readonly CoverAt[], { problem }: RosterView, grid: number): CoverAt[] =>
	cover.flatMap((one) =>
		Array.from({ length: problem.intervalMinutes / grid }, (_, i) => ({
			...one,
			at: one.at + i * grid * MINUTE_MS
		}))
	);

/** Both covers by interval and skill. The requirement is the first's where both have one. */
function together(a: readonly CoverAt[], b: readonly CoverAt[]): RosterComparison['intervals'] {
	const rows = new Map<string, RosterComparison['intervals'][number]>();
	for (const [side, cover] of [
		['a', a],
		['b', b]
	] as const)
		for (const { at, skillId, required, scheduled } of cover) {
			const key = `${at} ${skillId ?? ''}`;
			const row = rows.get(key) ?? { at, skillId, required, a: null, b: null };
			row[side] = scheduled;
			rows.set(key, row);
		}
	return [...rows.values()].sort((one, other) => one.at - other.at);
}

/** What a roster would cost by another's weights. */
function costByWeights({ claimed: { problem, assignments } }: RosterView, other: RosterView): number {
	const { weights } = other.problem;
	return validateRoster({ ...problem, weights }, { assignments }).objective;
}
