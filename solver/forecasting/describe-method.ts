import type { Learned } from './learn.ts';

/** In words: the models that carry a forecast, the weightiest first. */
export function describeMethod({
	members,
	weights,
	allZero
}: Pick<Learned, 'members' | 'weights' | 'allZero'>): string {
	if (allZero) return 'zero: the history holds no contact';
	return members
		.map((model, m) => ({ name: model.name, weight: weights[m]! }))
		.filter(({ weight }) => weight >= 0.05)
		.sort((a, b) => b.weight - a.weight)
		.map(({ name, weight }) => (weight > 0.995 ? name : `${Math.round(weight * 100)} % ${name}`))
		.join(' + ');
}
