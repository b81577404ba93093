/**
 * Agents to schedule so that `agents` are left when a share of their time goes elsewhere: ⌈agents / (1 − shrinkage)⌉,
 * never agents × (1 + shrinkage). A quotient that is whole but for rounding counts as whole.
 *
 * @param shrinkage fraction from 0 to below 1
 * @example agentsWithShrinkage(14, 0.3) // 20
 */
export function agentsWithShrinkage(agents: number, shrinkage: number): number {
	return Math.ceil((agents / (1 - shrinkage)) * (1 - 1e-12));
}
