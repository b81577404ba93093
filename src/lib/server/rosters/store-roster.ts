import { randomUUID } from 'node:crypto';
import type { RosterProblem, RosterResult } from '#solver/rostering/index.ts';
import type { AskedRun } from '#lib/contracts/rostering.ts';
import { recordAudit } from '../audit/index.ts';
import type { Actor, Context } from '../context.ts';
import { rosters, shifts, type ShiftPart } from '../db/schema/index.ts';
import { openTimeZone, type TimeZone } from '../history/index.ts';

const SHIFTS_PER_STATEMENT = 200;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The instant of a local minute; one that the clocks skip is the instant at which they skip it. */
export function instantOf(zone: TimeZone, localMs: number): number {
	const local = zone.fromLocal(localMs);
	return local.kind === 'never' ? localMs - zone.offsetMs(localMs - DAY_MS) : local.utcMs;
}

/** Where a roster came from. */
export interface Origin {
	basedOn: string;
	asked: AskedRun;
	/** Shifts that stay to the minute, by agent and day ("ana 0"): the engine's grid may be coarser than they are. */
	kept: ReadonlyMap<string, { startAt: number; endAt: number; breaks: ShiftPart[] }>;
}

/** Keeps a solved roster; one without assignments is refused with the solver's reasons, a line each. */
export async function storeRoster(
	ctx: Context,
	actor: Actor,
	head: { id: string; name: string; planId: string | null; timeZone: string },
	problem: RosterProblem,
	result: RosterResult,
	origin: Origin | null = null
): Promise<{ rosterId: string }> {
	if (result.assignments.length === 0) throw new Error(result.reasons.join('\n') || 'No roster was found.');
	const zone = openTimeZone(head.timeZone)!;
	const midnight = Date.parse(`${problem.horizon.start}T00:00:00Z`);
	const kinds = new Map([...problem.shifts, ...(problem.options ?? [])].map((shift) => [shift.id, shift]));
	const { assignments, ...summary } = result;
	const rows = assignments.map(({ agent, day, shift, startMinute, endMinute }) => {
		const base = midnight + day * DAY_MS;
		const at = (minute: number): number => instantOf(zone, base + minute * MINUTE_MS);
		const kept = origin?.kept.get(`${agent} ${day}`);
		return {
			id: randomUUID(),
			rosterId: head.id,
			agentId: agent,
			templateId: shift,
			...(kept ?? {
				startAt: at(startMinute),
				endAt: at(endMinute),
				breaks: kinds.get(shift)!.breaks.map((pause) => ({
					startAt: at(startMinute + pause.offsetMinute),
					endAt: at(startMinute + pause.offsetMinute + pause.lengthMinutes),
					isPaid: pause.paid,
					...(pause.kind && { kind: pause.kind })
				}))
			})
		};
	});
	const { orm } = ctx.db;
	const batches = [];
	for (let i = 0; i < rows.length; i += SHIFTS_PER_STATEMENT)
		batches.push(orm.insert(shifts).values(rows.slice(i, i + SHIFTS_PER_STATEMENT)));
	await orm.batch([
		orm.insert(rosters).values({
			...head,
			fromAt: instantOf(zone, midnight),
			toAt: instantOf(zone, midnight + problem.horizon.days * DAY_MS),
			problem,
			result: { ...summary, ...(origin && { asked: origin.asked }) } as unknown as Record<string, unknown>,
			basedOn: origin?.basedOn ?? null,
			createdBy: actor.id,
			createdAt: ctx.now()
		}),
		recordAudit(ctx, actor, {
			action: 'roster.compute',
			subject: `roster:${head.id}`,
			after: { name: head.name, status: result.status, ...(origin && { basedOn: origin.basedOn }) }
		}),
		...batches
	]);
	return { rosterId: head.id };
}
