import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';
import { listAgents, type AgentRecord } from '../agents/index.ts';
import type { Context } from '../context.ts';
import { listQueues } from '../queues/index.ts';
import {
	dayFrame,
	dayIn,
	frameShifts,
	isWorkWhileAway,
	MinimumStaffCheck,
	scheduleAsChanged,
	violationsOf,
	type DayFrame,
	type ScheduledShift
} from '../rosters/index.ts';
import { siteClock } from '../site-clock.ts';
import { readPersonTerms, type PersonTerms } from '../wishes/index.ts';
import { canDoWork, type CanDoWork } from './can-do-work.ts';

/** So far a shift, and the day in which it lies, reaches. */
const REACH_MS = 48 * 3_600_000;

/** A person who gives a shift of their own, takes another's, or both. */
interface Side {
	agentId: string;
	gives: ScheduledShift | null;
	takes: ScheduledShift | null;
}

/**
 * Whether people may work each other's shifts: the roster's own validator over both schedules as they would stand, a week
 * before and after each of the shifts. Read once; asked as often as there are pairs.
 */
export class SwapCheck {
	readonly agents: ReadonlyMap<string, AgentRecord>;
	readonly schedule: ReadonlyMap<string, readonly ScheduledShift[]>;
	readonly #canDoWork: CanDoWork;
	readonly #minimumStaff: MinimumStaffCheck;
	readonly #timeZone: string;
	readonly #frames = new Map<string, { frame: DayFrame; terms: ReadonlyMap<string, PersonTerms> }>();
	/** Rules that somebody's schedule breaks once this is done to it; the giver's are asked again for each colleague. */
	readonly #known = new Map<string, string[]>();

	private constructor(
		agents: readonly AgentRecord[],
		schedule: ReadonlyMap<string, readonly ScheduledShift[]>,
		mayDo: CanDoWork,
		minimumStaff: MinimumStaffCheck,
		timeZone: string
	) {
		this.agents = new Map(agents.map((agent) => [agent.id, agent]));
		this.schedule = schedule;
		this.#canDoWork = mayDo;
		this.#minimumStaff = minimumStaff;
		this.#timeZone = timeZone;
	}

	/** @param instants in whose local days the shifts lie that may change hands */
	static async read(ctx: Context, instants: readonly number[]): Promise<SwapCheck> {
		const { timeZone } = await siteClock(ctx);
		const frames = [...new Set(instants.map((at) => startOfDay(new TZDate(at, timeZone)).getTime()))].map(
			(at) => dayFrame(new TZDate(at, timeZone))
		);
		const [agents, queues, schedule] = await Promise.all([
			listAgents(ctx),
			listQueues(ctx),
			scheduleAsChanged(
				ctx,
				Math.min(...frames.map(({ originMs }) => originMs)),
				Math.max(...frames.map(({ endMs }) => endMs))
			)
		]);
		const span = { fromMs: Math.min(...instants), toMs: Math.max(...instants) + REACH_MS, timeZone };
		const minimumStaff = await MinimumStaffCheck.read(ctx, span, () => ({ agents, schedule }));
		const check = new SwapCheck(agents, schedule, canDoWork(agents, queues), minimumStaff, timeZone);
		for (const frame of frames) {
			const terms = await readPersonTerms(ctx, { start: frame.start, days: frame.days, timeZone });
			check.#frames.set(frame.start, { frame, terms });
		}
		return check;
	}

	/** A shift of somebody's as it stands; null: none such begins then. */
	shiftOf(agentId: string, startAt: number): ScheduledShift | null {
		return this.schedule.get(agentId)?.find((shift) => shift.startAt === startAt) ?? null;
	}

	/** Ids of the rules that this breaks, of either; empty: both may. */
	rules(giverId: string, gives: ScheduledShift, takerId: string, returns: ScheduledShift | null): string[] {
		const rules = new Set<string>();
		if (!this.#canDoWork(takerId, giverId)) rules.add('skills');
		if (returns && !this.#canDoWork(giverId, takerId)) rules.add('skills');
		for (const rule of this.#broken({ agentId: takerId, gives: returns, takes: gives })) rules.add(rule);
		// Whoever only gives keeps to more rules, not to fewer.
		if (returns)
			for (const rule of this.#broken({ agentId: giverId, gives, takes: returns })) rules.add(rule);
		const instead = new Map([
			[giverId, this.#exchanged(giverId, gives, returns)],
			[takerId, this.#exchanged(takerId, returns, gives)]
		]);
		if (this.#minimumStaff.isLowered(instead)) rules.add('minimum-staff');
		return [...rules];
	}

	#broken({ agentId, gives, takes }: Side): string[] {
		const key = JSON.stringify([agentId, gives?.startAt, takes]);
		const known = this.#known.get(key);
		if (known) return known;
		const agent = this.agents.get(agentId);
		const own = this.schedule.get(agentId) ?? [];
		const kept = this.#exchanged(agentId, gives, null);
		const after = this.#exchanged(agentId, gives, takes);
		const rules = new Set<string>();
		// Two shifts of a day are framed as one with a gap: what else that breaks says nothing.
		if (takes && kept.some((shift) => this.#isOneDay(shift, takes))) {
			this.#known.set(key, ['one-shift-a-day']);
			return ['one-shift-a-day'];
		}
		for (const shift of [gives, takes]) {
			const found = shift && this.#frameOf(shift);
			if (!found || !agent) continue;
			const { frame, terms } = found;
			const broken = (shifts: readonly ScheduledShift[]) =>
				violationsOf(frame, agent, frameShifts(frame, shifts), terms.get(agentId));
			// What is broken already is nobody's to mend by a swap; what gets worse is told in other words.
			const stands = new Set(broken(own).map(({ rule, day, text }) => `${rule} ${day} ${text}`));
			for (const one of broken(after)) {
				// Somebody away on that day is not asked to work it at another time.
				const isAway = takes !== null && isWorkWhileAway(one, dayIn(frame, takes.startAt));
				if (isAway || !stands.has(`${one.rule} ${one.day} ${one.text}`)) rules.add(one.rule);
			}
		}
		const answer = [...rules];
		this.#known.set(key, answer);
		return answer;
	}

	/** Somebody's shifts once one is given and another taken. By when it begins: what is given may have been read at another time. */
	#exchanged(agentId: string, gives: ScheduledShift | null, takes: ScheduledShift | null): ScheduledShift[] {
		const kept = (this.schedule.get(agentId) ?? []).filter(({ startAt }) => startAt !== gives?.startAt);
		return takes ? [...kept, takes] : kept;
	}

	/** Two shifts that begin on one day, or of which one runs into the other. */
	#isOneDay(one: ScheduledShift, other: ScheduledShift): boolean {
		const frame = this.#frameOf(other)?.frame;
		return (
			(frame && dayIn(frame, one.startAt) === dayIn(frame, other.startAt)) ||
			(one.startAt < other.endAt && one.endAt > other.startAt)
		);
	}

	#frameOf({ startAt }: ScheduledShift) {
		const { start } = dayFrame(startOfDay(new TZDate(startAt, this.#timeZone)));
		return this.#frames.get(start) ?? null;
	}
}
