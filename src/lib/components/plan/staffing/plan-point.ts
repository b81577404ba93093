/** An interval of a staffing plan as its page is given it. */
export type PlanPoint = {
	at: number;
	offered: number;
	ahtSeconds: number | null;
	agents: number;
	agentsWithShrinkage: number;
	serviceLevel: number | null;
	asaSeconds: number | null;
	abandonment: number | null;
	occupancy: number | null;
};
