import type { CapacityChanges, CapacityFamily, MonthStep, Rate } from './capacity-input.ts';

/** What a month brings to a family. */
export interface MonthDemand {
	contacts: number;
	botConversations: number;
	/** Resolved by bots alone. */
	contained: number;
	/** Left for people. */
	offered: number;
	ahtSeconds: number;
}

/**
 * A family's months after all changes: contacts × growth × steps; of those that meet a bot the contained stay there;
 * the rest is people's, at the changed handling time. Containment is kept between 0 and 1.
 *
 * @param common changes for all; the family's own go before
 */
export function familyDemand(family: CapacityFamily, common: CapacityChanges): MonthDemand[] {
	const changes = { ...common, ...family.changes };
	return Array.from(family.contactsByMonth, (base, m): MonthDemand => {
		const contacts = base * grown(changes.growth, m) * stepped(changes.volumeSteps, m);
		const gained = changes.containmentSteps.reduce(
			(sum, step) => sum + (step.month <= m ? step.points : 0),
			0
		);
		const containment = Math.min(
			1,
			Math.max(0, family.bots.containment + gained + (changes.containmentPerYear * m) / 12)
		);
		const botConversations = contacts * family.bots.share;
		const contained = botConversations * containment;
		return {
			contacts,
			botConversations,
			contained,
			offered: Math.max(0, contacts - contained),
			ahtSeconds: family.ahtSeconds * grown(changes.ahtRate, m) * stepped(changes.ahtSteps, m)
		};
	});
}

const grown = ({ rate, per }: Rate, month: number) => (1 + rate) ** (per === 'month' ? month : month / 12);
const stepped = (steps: readonly MonthStep[], at: number) =>
	steps.reduce((product, { month, factor }) => (month <= at ? product * factor : product), 1);
