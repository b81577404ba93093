import type { CapacityCost } from './capacity-input.ts';

/** Money of a month, in the currency of the input. */
export interface MonthCost {
	/** Contract hours of everybody but trainees, employer's load included. */
	pay: number;
	/** Contract hours of people in training, employer's load included. */
	trainees: number;
	overtime: number;
	hiring: number;
	training: number;
	places: number;
	bots: number;
	total: number;
}

/** Prices what a month takes; overtime is paid its factor, and the load on it. */
export function monthCost(
	cost: CapacityCost,
	month: {
		averageHeads: number;
		traineeHeads: number;
		hired: number;
		hoursPerHead: number;
		overtimeHours: number;
		botConversations: number;
	}
): MonthCost {
	const hour = cost.payPerHour * (1 + cost.loadShare);
	const parts = {
		pay: (month.averageHeads - month.traineeHeads) * month.hoursPerHead * hour,
		trainees: month.traineeHeads * month.hoursPerHead * hour,
		overtime: month.overtimeHours * hour * cost.overtimeFactor,
		hiring: month.hired * cost.perHire,
		training: month.hired * cost.trainingPerHire,
		places: month.averageHeads * cost.perHeadMonth,
		bots: month.botConversations * cost.perBotConversation
	};
	return { ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}
