import {
	LEAVING_REASONS,
	type Foreseen,
	type LeavingReason,
	type PredictionCause,
	type PredictionError,
	type QueueHour,
	type QueuePrediction
} from '#lib/contracts/prediction.ts';
import type { Band, BreachCause } from '#solver/prediction/index.ts';
import type { QueueOutlook } from './foresee-queues.ts';

const AT_15 = 2;
const AT_30 = 5;

const round = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits;
/** Finer changes would send the row with every forecast and show nothing. */
const share = (band: Band | null): Foreseen | null =>
	band && [round(band.median, 2), round(band.low, 2), round(band.high, 2)];
/** Few abandon: their median is 0 for long and jumps, their mean does not. */
const meanShare = (band: Band | null): Foreseen | null => {
	if (!band) return null;
	const [middle, low, high] = [round(band.mean, 3), round(band.low, 3), round(band.high, 3)];
	return [middle, Math.min(middle, low), Math.max(middle, high)];
};
const count = ({ mean, low, high }: Band): Foreseen => {
	const middle = round(mean, 1);
	return [middle, Math.min(middle, round(low, 0)), Math.max(middle, round(high, 0))];
};

/** What a queue's row tells of its next hour. */
export function toPrediction(
	{ points, breach }: QueueOutlook,
	error: PredictionError | null
): QueuePrediction {
	const [in15, in30] = [points[AT_15]!, points[AT_30]!];
	return {
		serviceLevel15: share(in15.serviceLevel),
		serviceLevel30: share(in30.serviceLevel),
		waiting30: count(in30.waiting),
		lost30: round(in30.lost, 1),
		breach: breach && {
			state: breach.state,
			inMinutes: breach.inSeconds === null ? null : Math.max(1, Math.round(breach.inSeconds / 60)),
			causes: breach.causes.map(toCause)
		},
		error
	};
}

const isReason = (reason: string): reason is LeavingReason =>
	(LEAVING_REASONS as readonly string[]).includes(reason);

function toCause(cause: BreachCause): PredictionCause {
	switch (cause.kind) {
		case 'load':
			return {
				kind: 'load',
				perHour: round(cause.perHour, 0),
				carriesPerHour: round(cause.carriesPerHour, 0),
				agents: round(cause.agents, 1)
			};
		case 'surge':
			return { ...cause, perHour: round(cause.perHour, 0), usualPerHour: round(cause.usualPerHour, 0) };
		case 'leaving': {
			const { agents, reason, inSeconds } = cause;
			return {
				kind: 'leaving',
				agents,
				reason: isReason(reason) ? reason : 'offline',
				inMinutes: Math.round(inSeconds / 60)
			};
		}
		case 'handle-time':
			return {
				...cause,
				ahtSeconds: round(cause.ahtSeconds, 0),
				usualSeconds: round(cause.usualSeconds, 0)
			};
		default:
			return cause;
	}
}

/** What the floor shows. */
export interface Present {
	waiting: number;
	serviceLevel: number | null;
	abandonment: number | null;
}

const certain = (value: number | null): Foreseen | null => {
	const shown = value === null ? null : round(value, 2);
	return shown === null ? null : [shown, shown, shown];
};

/** The whole hour, for the queue's page. */
export function toHour({ points }: QueueOutlook, now: Present, asOfMs: number): QueueHour {
	return {
		asOfMs,
		moments: [
			{
				at: asOfMs,
				waiting: [now.waiting, now.waiting, now.waiting],
				serviceLevel: certain(now.serviceLevel),
				abandonment: certain(now.abandonment)
			},
			...points.map(({ inSeconds, waiting, serviceLevel, abandonment }) => ({
				at: asOfMs + inSeconds * 1000,
				waiting: count(waiting),
				serviceLevel: share(serviceLevel),
				abandonment: meanShare(abandonment)
			}))
		]
	};
}
