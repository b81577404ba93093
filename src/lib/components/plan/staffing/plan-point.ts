/** An interval of a staffing plan as its page is given it. */
export type PlanPoint = {
	at: number;
	offered: number;
	ahtSeconds: number | null;
	/** Each queue on its own. */
	agents: number;
	agentsWithShrinkage: number;
	/** Where people are shared between queues. */
	pooledAgents: number | null;
	pooledWithShrinkage: number | null;
	serviceLevel: number | null;
	asaSeconds: number | null;
	abandonment: number | null;
	occupancy: number | null;
};

/** People on contacts that the plan asks for: shared where it shares them. */
export const neededOf = (point: PlanPoint): number => point.pooledAgents ?? point.agents;

/** People to schedule for them. */
export const toScheduleOf = (point: PlanPoint): number =>
	point.pooledWithShrinkage ?? point.agentsWithShrinkage;
