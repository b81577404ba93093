import { expect, it } from 'vitest';
import { labelOfScore } from './label-of-score.ts';

it.each([
	[-1, 'negative'],
	[-0.05, 'negative'],
	[-0.0499, 'neutral'],
	[0, 'neutral'],
	[0.0499, 'neutral'],
	[0.05, 'positive'],
	[1, 'positive']
])('labelOfScore(%d) is %s', (score, label) => expect(labelOfScore(score)).toBe(label));
