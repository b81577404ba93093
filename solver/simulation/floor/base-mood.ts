/** How people feel when they write or call about it. */
export const BASE_MOOD: Record<string, number> = {
	complaint: -0.7,
	outage: -0.5,
	cancel: -0.35,
	billing: -0.3,
	technical: -0.3,
	payment: -0.1,
	appointment: 0,
	move: 0.1,
	tariff: 0.15
};
