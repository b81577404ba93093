import { describe, expect, it } from 'vitest';
import { newBlockRow, toBlock, toBlockRow } from './block-row.ts';
import { toShrinkageItem, toShrinkageRow } from './shrinkage-row.ts';
import { toTerms, toTermsRow, type QueueFacts, type QueueRequest } from './terms-row.ts';

const facts: QueueFacts = {
	id: 'q',
	name: 'Queue',
	channel: 'voice',
	serviceLevelShare: 0.8,
	thresholdSeconds: 20,
	patienceSeconds: 120,
	concurrency: 1,
	people: 3,
	bots: { share: 0.3, containment: 0.4 },
	waiting: 0
};

describe('toTerms()', () => {
	it('sends back what a copied plan was asked with', () => {
		const asked: QueueRequest = {
			target: 'abandonment',
			serviceLevelShare: 0.85,
			thresholdSeconds: 30,
			maxAbandonment: 0.03,
			patienceSeconds: null,
			ahtSeconds: 240,
			concurrency: 2,
			maxOccupancy: 0.9,
			minimumAgents: 2,
			bots: { share: 0.5, containment: 0.25 }
		};
		expect(toTerms(toTermsRow(facts, asked))).toEqual(asked);
	});

	it('leaves bots as in the history unless one of their numbers is typed', () => {
		const row = toTermsRow(facts);
		expect(toTerms(row)).not.toHaveProperty('bots');
		expect(toTerms({ ...row, botContainmentPercent: 60 }).bots).toEqual({ share: 0.3, containment: 0.6 });
	});

	it('takes letters with an answer time of hours for work with a deadline', () => {
		const letters = { ...facts, channel: 'email', thresholdSeconds: 14_400 };
		expect(toTermsRow(letters).target).toBe('deadline');
		expect(toTermsRow({ ...letters, thresholdSeconds: 60 }).target).toBe('service-level');
		expect(toTerms({ ...toTermsRow(facts), backlogContacts: 5 })).not.toHaveProperty('backlogContacts');
	});
});

describe('toShrinkageItem()', () => {
	it('reads back its rows, and sends what is no time of day on to be refused', () => {
		const item = {
			kind: 'training',
			share: 0.03,
			weekdays: [1, 2],
			fromMinute: 540,
			toMinute: 600,
			isRostered: false
		};
		expect(toShrinkageItem(toShrinkageRow(item))).toEqual(item);
		expect(toShrinkageItem({ ...toShrinkageRow(item), from: '9' }).fromMinute).toBe('9');
		const always = { kind: 'leave', share: 0.1, isRostered: true };
		expect(toShrinkageItem(toShrinkageRow(always))).toEqual(always);
	});
});

describe('toBlock()', () => {
	it('reads back its rows; a block may end at midnight', () => {
		const block = toBlock({ ...newBlockRow('q'), name: 'Renewals', to: '00:00' });
		expect(block).toMatchObject({ queueId: 'q', fromMinute: 600, toMinute: 1440 });
		expect(toBlock(toBlockRow(block as Parameters<typeof toBlockRow>[0]))).toEqual(block);
	});
});
