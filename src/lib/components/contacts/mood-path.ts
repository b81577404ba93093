import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

export interface MoodPoint {
	/** Pixels from the top of the transcript. */
	y: number;
	/** Of the turn and running, −5…+5. */
	turn: number;
	running: number;
}

/** The mood line down the side of a transcript: dots of turns and the path of the running mood. */
export function moodPath(points: readonly MoodPoint[], width: number) {
	const x = scaleLinear([-5, 5], [5, width - 5]).clamp(true);
	return {
		zero: x(0),
		d: line<MoodPoint>(
			({ running }) => x(running),
			({ y }) => y
		)(points),
		dots: points.map(({ turn, y }) => ({ x: x(turn), y, turn }))
	};
}
