import { and, asc, eq, gt, gte, inArray, or } from 'drizzle-orm';
import type {
	LeaveBalance,
	LeaveKind,
	LeaveLimit,
	LeaveObstacle,
	LeaveTerms
} from '#lib/contracts/requests.ts';
import { datesFrom } from '#lib/format/local-dates.ts';
import { knowsSkill, listAgents, type AgentRecord } from '../agents/index.ts';
import type { Context } from '../context.ts';
import { leaveAllowances, leaveLimits, leaveRequests } from '../db/schema/index.ts';
import { siteClock } from '../site-clock.ts';
import { amountIn, leaveAmounts } from './leave-amounts.ts';
import { leaveBalance, merge, overdrawn, type Allowance, type ByDate } from './leave-balance.ts';
import { readLeaveTerms } from './read-leave-terms.ts';

export type LeaveRow = typeof leaveRequests.$inferSelect;

const NOTHING: ByDate = new Map();
/** A week of full-time work, where no contract says it. */
const FULL_WEEK_HOURS = 40;
const LAST = Number.MAX_SAFE_INTEGER;

/** Leave as it stands: what is asked for, granted and waited for, and what it is held against. */
export class LeaveBook {
	readonly terms: LeaveTerms;
	/** Every request of the years it is asked about that stands: approved, or asked for or waiting and not yet begun. */
	readonly rows: LeaveRow[];
	/** Local date. */
	readonly today: string;
	readonly #limits: (LeaveLimit & { members: ReadonlySet<string>; places: number })[];
	readonly #agents: ReadonlyMap<string, AgentRecord>;
	readonly #allowances: ReadonlyMap<string, Allowance>;
	readonly #rowsOf: ReadonlyMap<string, readonly LeaveRow[]>;
	/** By date, whoever holds one of its places. */
	readonly #away = new Map<string, Set<string>>();

	constructor({
		terms,
		rows,
		today,
		limits,
		agents,
		allowances
	}: {
		terms: LeaveTerms;
		rows: LeaveRow[];
		today: string;
		limits: readonly LeaveLimit[];
		agents: readonly AgentRecord[];
		allowances: readonly (Allowance & { agentId: string; kindId: string; year: number })[];
	}) {
		this.terms = terms;
		this.rows = rows;
		this.#rowsOf = Map.groupBy(rows, ({ agentId }) => agentId);
		this.today = today;
		this.#agents = new Map(agents.map((agent) => [agent.id, agent]));
		this.#allowances = new Map(allowances.map((one) => [`${one.agentId} ${one.kindId} ${one.year}`, one]));
		this.#limits = limits.map((limit) => {
			const members = agents.filter((agent) => isMeant(limit, agent)).map(({ id }) => id);
			const ofShare = Math.floor((limit.share ?? 1) * members.length + 1e-9);
			return { ...limit, members: new Set(members), places: Math.min(limit.heads ?? LAST, ofShare) };
		});
	}

	kindOf(id: string): LeaveKind {
		return (
			this.terms.kinds.find((kind) => kind.id === id) ?? {
				id,
				name: { en: id, es: id },
				unit: 'days',
				yearly: null,
				takesPlace: true
			}
		);
	}

	agentOf = (id: string): AgentRecord | undefined => this.#agents.get(id);

	hoursPerDay(agentId: string): number {
		const week = this.#agents.get(agentId)?.contract?.maxHoursPerWeek || FULL_WEEK_HOURS;
		return week / this.terms.daysPerWeek;
	}

	/** What each request of a person takes by date. `plus`: one more that is only thought of. */
	amounts(agentId: string, plus?: LeaveRow): Map<string, ByDate> {
		const own = this.#of(agentId).filter((row) => row.id !== plus?.id);
		// Who asked first pays first; what waits comes behind what is held, as it may never be.
		const waits = (row: LeaveRow) => Number(row.state === 'waiting');
		const all = [...own, ...(plus ? [plus] : [])].sort((a, b) => waits(a) - waits(b) || a.order - b.order);
		return leaveAmounts(
			all.map((row) => ({ ...row, unit: this.kindOf(row.kindId).unit })),
			{ daysPerWeek: this.terms.daysPerWeek, hoursPerDay: this.hoursPerDay(agentId) }
		);
	}

	balances(agentId: string, year: number): LeaveBalance[] {
		const amounts = this.amounts(agentId);
		const own = this.#of(agentId);
		const of = (kindId: string, state: LeaveRow['state']) =>
			merge(
				...own
					.filter((row) => row.kindId === kindId && row.state === state)
					.map(({ id }) => amounts.get(id) ?? NOTHING)
			);
		return this.terms.kinds.map((kind) =>
			leaveBalance(
				kind,
				this.#allowance(agentId, kind.id, year),
				year,
				{ approved: of(kind.id, 'approved'), asked: of(kind.id, 'asked'), waiting: of(kind.id, 'waiting') },
				this.today
			)
		);
	}

	/** What stands in the way of a request, were it granted now; empty: nothing. */
	obstacles(request: LeaveRow): LeaveObstacle[] {
		const kind = this.kindOf(request.kindId);
		const held = { ...request, state: 'asked' as const };
		return [...(kind.takesPlace ? this.#fullDays(held) : []), ...this.#overdrawnYears(held, kind)];
	}

	/** Places of the tightest limit that a person falls under on a date, and how many others hold; null: no limit. */
	placesOn(agentId: string, date: string): { held: number; places: number } | null {
		let tightest: { held: number; places: number } | null = null;
		for (const limit of this.#limitsOn(agentId, date)) {
			const held = [...this.#awayOn(date)].filter((id) => id !== agentId && limit.members.has(id)).length;
			if (!tightest || limit.places - held < tightest.places - tightest.held)
				tightest = { held, places: limit.places };
		}
		return tightest;
	}

	/** Among those who wait for some of the same days, from 1; null where it does not wait. */
	placeInLine(request: LeaveRow): number | null {
		if (request.state !== 'waiting') return null;
		return (
			1 +
			this.rows.filter(
				(row) =>
					row.state === 'waiting' &&
					row.order < request.order &&
					row.fromDate <= request.toDate &&
					row.toDate >= request.fromDate
			).length
		);
	}

	/** What waited is held from now on. */
	hold(row: LeaveRow, state: 'asked' | 'approved'): void {
		row.state = state;
		this.#away.clear();
	}

	#of(agentId: string): readonly LeaveRow[] {
		return this.#rowsOf.get(agentId) ?? [];
	}

	#allowance(agentId: string, kindId: string, year: number): Allowance | null {
		return this.#allowances.get(`${agentId} ${kindId} ${year}`) ?? null;
	}

	#limitsOn(agentId: string, date: string) {
		return this.#limits.filter(
			({ members, fromDate, toDate }) =>
				members.has(agentId) && (fromDate ?? date) <= date && (toDate ?? date) >= date
		);
	}

	#awayOn(date: string): Set<string> {
		const known = this.#away.get(date);
		if (known) return known;
		const away = new Set<string>();
		for (const { state, agentId, kindId, fromDate, toDate } of this.rows)
			if (state !== 'waiting' && fromDate <= date && toDate >= date && this.kindOf(kindId).takesPlace)
				away.add(agentId);
		this.#away.set(date, away);
		return away;
	}

	#fullDays(request: LeaveRow): LeaveObstacle[] {
		return datesFrom(request.fromDate, request.toDate).flatMap((date): LeaveObstacle[] => {
			const found = this.placesOn(request.agentId, date);
			return found && found.held >= found.places ? [{ kind: 'full', date, ...found }] : [];
		});
	}

	#overdrawnYears(request: LeaveRow, kind: LeaveKind): LeaveObstacle[] {
		const amounts = this.amounts(request.agentId, request);
		const own = amounts.get(request.id)!;
		const others = this.#of(request.agentId).filter(
			(row) => row.kindId === kind.id && row.id !== request.id && row.state !== 'waiting'
		);
		const held = merge(own, ...others.map(({ id }) => amounts.get(id) ?? NOTHING));
		const years = [...new Set([...own.keys()].map((date) => Number(date.slice(0, 4))))];
		return years.flatMap((year): LeaveObstacle[] => {
			const over = overdrawn(kind, this.#allowance(request.agentId, kind.id, year), year, held);
			if (over === 0) return [];
			const wanted = amountIn(own, year);
			return [{ kind: 'allowance', year, wanted, left: Math.max(0, wanted - over) }];
		});
	}
}

const isMeant = ({ teamId, skillId }: LeaveLimit, agent: AgentRecord): boolean =>
	(teamId === null || agent.teamId === teamId) && knowsSkill(agent, skillId);

/** For domains: rights are the caller's. */
export async function readLeaveBook(ctx: Context): Promise<LeaveBook> {
	const { orm } = ctx.db;
	const { today, now } = await siteClock(ctx);
	const lastYear = Number(today.slice(0, 4)) - 1;
	const [terms, rows, limits, agents, allowances] = await Promise.all([
		readLeaveTerms(ctx),
		orm
			.select()
			.from(leaveRequests)
			.where(
				and(
					gte(leaveRequests.toDate, `${lastYear}-01-01`),
					// What nobody has decided by its start is over, and holds nothing.
					or(
						eq(leaveRequests.state, 'approved'),
						and(inArray(leaveRequests.state, ['asked', 'waiting']), gt(leaveRequests.fromAt, now))
					)
				)
			)
			.orderBy(asc(leaveRequests.order)),
		orm.select().from(leaveLimits).orderBy(asc(leaveLimits.createdAt)),
		listAgents(ctx),
		orm.select().from(leaveAllowances).where(gte(leaveAllowances.year, lastYear))
	]);
	return new LeaveBook({ terms, rows, today, limits, agents, allowances });
}
