import { z } from 'zod';

const share = z.number().min(0).max(1);
const amount = z.number().min(0).max(1e9);
const monthOf = z.int().min(0).max(23);
const rate = z.object({ rate: z.number().gt(-1).max(10), per: z.enum(['month', 'year']) });
const steps = z.array(z.object({ month: monthOf, factor: z.number().min(0).max(100) })).max(24);

const Changes = z.object({
	growth: rate,
	volumeSteps: steps,
	ahtRate: rate,
	ahtSteps: steps,
	containmentPerYear: z.number().min(-1).max(1),
	containmentSteps: z.array(z.object({ month: monthOf, points: z.number().min(-1).max(1) })).max(24)
});

const Family = z.object({
	id: z.string().min(1).max(200),
	name: z.string().min(1).max(200),
	contactsByMonth: z.array(z.number().min(0).max(1e10)).min(1).max(24),
	ahtSeconds: z.number().min(1).max(2_592_000),
	bots: z.object({ share, containment: share }),
	serviceLevel: z.object({
		share: z.number().gt(0).lt(1),
		thresholdSeconds: z.number().min(0).max(2_592_000)
	}),
	patienceSeconds: z.number().min(1).max(2_592_000).nullable(),
	concurrency: z.int().min(1).max(100),
	minimumAgents: z.int().min(0).max(100_000),
	isDeferred: z.boolean(),
	profile: z.object({
		intervalSeconds: z.int().min(300).max(86_400),
		shares: z.array(z.array(z.number().min(0)).max(288)).length(7)
	}),
	/** Queues of the same number share their people; null: people of its own. */
	pool: z.int().min(0).max(1e6).nullish(),
	changes: Changes.partial().optional()
});

const People = z.object({
	heads: z.number().min(0).max(1e6),
	fullTimeHoursPerWeek: z.number().min(1).max(84),
	partTime: z.object({ share, hoursPerWeek: z.number().min(1).max(84) }),
	shrinkage: z.union([share, z.array(share).min(1).max(24)]),
	scheduleFit: z.number().min(0.1).max(1),
	attrition: z.object({
		monthly: share,
		early: z.object({ monthly: share, months: z.int().min(0).max(60) }).nullable()
	}),
	classes: z.array(z.object({ month: monthOf, heads: z.number().min(0).max(1e6) })).max(48),
	leadWeeks: z.number().min(0).max(104),
	trainingWeeks: z.number().min(0).max(104),
	ramp: z.array(z.object({ weeks: z.number().min(0).max(104), productivity: share })).max(12),
	learningHalfLifeWeeks: z.number().min(0.1).max(520).nullable(),
	overtimeShare: share
});

const Cost = z.object({
	payPerHour: amount,
	loadShare: z.number().min(0).max(10),
	overtimeFactor: z.number().min(0).max(10),
	perHire: amount,
	trainingPerHire: amount,
	perHeadMonth: amount,
	perBotConversation: amount
});

const measured = z.number().min(0).nullable();
/** What the centre's own data said when the scenario was made; kept apart from what is assumed. */
const Measured = z.object({
	/** UTC ms; null where a scenario was made by hand. */
	at: z.number().nullable(),
	/** Local days of the history that was read, YYYY-MM-DD. */
	from: z.string().nullable(),
	to: z.string().nullable(),
	heads: measured,
	fullTimeHoursPerWeek: measured,
	partTimeShare: measured,
	families: z.record(
		z.string(),
		z.object({
			/** Mean over the planned months, as forecast from history, for people. */
			offeredPerMonth: measured,
			ahtSeconds: measured,
			botShare: measured,
			containment: measured,
			/** How the months were found: forecast by day, or no history. */
			basis: z.enum(['forecast', 'average', 'none'])
		})
	)
});

/** A capacity scenario as it is stored; the solver's input with what stands around it. */
export const CapacityScenarioInput = z.object({
	firstMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month as YYYY-MM'),
	monthCount: z.int().min(1).max(24),
	families: z.array(Family).min(1, 'at least one queue').max(200),
	changes: Changes,
	maxOccupancy: z.number().gt(0).max(1).nullable(),
	people: People,
	cost: Cost,
	/** ISO 4217. */
	currency: z.string().regex(/^[A-Z]{3}$/, 'a currency of three letters, such as EUR'),
	/** Most people who begin training in a month. */
	largestClass: z.int().min(0).max(100_000),
	measured: Measured
});
export type CapacityScenarioInput = z.infer<typeof CapacityScenarioInput>;
export type CapacityMeasured = CapacityScenarioInput['measured'];
