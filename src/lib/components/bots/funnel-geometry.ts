import { max } from 'd3-array';
import { scaleBand, scaleLinear } from 'd3-scale';
import type { FunnelTurn } from '#lib/contracts/bots.ts';
import type { Margin } from '../charts/time-series-geometry.ts';

/** From the foot of a column up. */
export const FUNNEL_PARTS = ['wentOn', 'unfinished', 'resolved', 'escalated', 'left'] as const;
export type FunnelPart = (typeof FUNNEL_PARTS)[number];

/** A column a turn, as high as the conversations that reached it, divided by what became of them there. */
export function funnelGeometry(
	turns: readonly FunnelTurn[],
	{ width, height, margin }: { width: number; height: number; margin: Margin }
) {
	const x = scaleBand(
		turns.map(({ turn }) => turn),
		[margin.left, Math.max(margin.left + 1, width - margin.right)]
	).padding(0.18);
	const highest = max(turns, ({ reached }) => reached) ?? 0;
	const y = scaleLinear([0, Math.max(1, highest)], [height - margin.bottom, margin.top]).nice(4);
	return {
		y,
		yTicks: y.ticks(4).filter(Number.isInteger),
		columns: turns.map((turn) => {
			let foot = 0;
			return {
				turn: turn.turn,
				centre: x(turn.turn)! + x.bandwidth() / 2,
				top: y(turn.reached),
				parts: FUNNEL_PARTS.map((part) => {
					const from = foot;
					foot += turn[part];
					return {
						part,
						x: x(turn.turn)!,
						y: y(foot),
						width: x.bandwidth(),
						height: Math.max(0, y(from) - y(foot))
					};
				}).filter((box) => box.height > 0)
			};
		}),
		indexAt: (px: number) =>
			Math.min(turns.length - 1, Math.max(0, Math.floor((px - margin.left) / x.step())))
	};
}
