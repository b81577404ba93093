import type { ArrivalShape, ScenarioQueue } from '../scenario.ts';

/** Hourly weights of the local day, made half-hourly so that a change of the hour is no step. */
const halfHours = (hours: number[]): number[] =>
	hours.flatMap((weight, i) => {
		const next = hours[(i + 1) % hours.length]!;
		return [weight, (weight + next) / 2];
	});

const CALLS = halfHours([
	0.75, 0.6, 0.5, 0.45, 0.45, 0.4, 0.4, 0.8, 2.7, 4.8, 5.4, 5.5, 5.5, 5.5, 5.4, 5.7, 5.3, 3.6, 3.2, 3, 2.8,
	2.4, 1.8, 1.1
]);
const FAULTS = halfHours([
	1.1, 0.9, 0.8, 0.7, 0.7, 0.6, 0.6, 1.2, 3.5, 4.9, 5.2, 5.2, 5.1, 5, 5, 5.3, 5.1, 3.7, 3.5, 3.4, 3.2, 2.9,
	2.4, 1.6
]);
const TYPED = halfHours([
	1.2, 0.9, 0.6, 0.5, 0.5, 0.45, 0.6, 1.3, 3.1, 4.9, 5.4, 5.5, 5.4, 5.2, 5.2, 5.6, 5.6, 5, 4.8, 4.7, 4.5, 4,
	3, 1.9
]);
const LETTERS = halfHours([
	0.5, 0.3, 0.2, 0.2, 0.3, 0.5, 1, 2.4, 5, 6.5, 6.6, 6, 5.2, 4.4, 4.2, 4.4, 4.5, 4.2, 3.6, 3, 2.6, 2.4, 1.8, 1
]);

const WEEK = [1.12, 1.02, 0.93, 0.95, 1, 0.62, 0.55];
const HOME_WEEK = [1.06, 0.98, 0.89, 0.91, 0.98, 0.74, 0.72];

const shape = (weeklyVolume: number, intervalShape: number[], weekdayShape = WEEK): ArrivalShape => ({
	weeklyVolume,
	weekdayShape,
	intervalShape
});
const everyDay = (startHour: number, endHour: number) => [
	{ weekdays: [0, 1, 2, 3, 4, 5, 6], startSeconds: startHour * 3600, endSeconds: endHour * 3600 }
];

const VOICE = {
	channel: 'voice' as const,
	openingHours: null,
	ahtCv: 0.7,
	ahtDistribution: 'lognormal' as const,
	holdShare: 0.06,
	patienceSeconds: 320,
	maxWaitSeconds: 900,
	overflowTo: 'callback' as const,
	serviceLevel: { share: 0.8, thresholdSeconds: 20 },
	priority: 1,
	concurrency: 1,
	botShare: 0,
	botContainment: 0,
	transferShare: 0.05,
	transferTo: []
};
const TEXT = {
	...VOICE,
	ahtCv: 0.6,
	holdShare: 0,
	patienceSeconds: 420,
	serviceLevel: { share: 0.8, thresholdSeconds: 45 },
	concurrency: 3,
	botShare: 0.75,
	botContainment: 0.42,
	transferShare: 0.02
};
const EMAIL = {
	...VOICE,
	channel: 'email' as const,
	ahtCv: 0.6,
	holdShare: 0,
	patienceSeconds: null,
	maxWaitSeconds: null,
	serviceLevel: { share: 0.9, thresholdSeconds: 14_400 },
	priority: 0.6,
	concurrency: 1,
	transferShare: 0
};

/** The ten queues of Costa Clara, a made-up seller of electricity and fibre on a coast with many foreign residents. */
export function demoQueues(): ScenarioQueue[] {
	return [
		{
			...VOICE,
			id: 'billing-es',
			name: 'Billing ES',
			skill: 'billing',
			language: 'es',
			arrivals: shape(3900, CALLS),
			ahtSeconds: 290,
			acwSeconds: 35,
			botShare: 0.3,
			botContainment: 0.3,
			transferTo: ['retention-es', 'technical-es'],
			intents: { billing: 6, payment: 3, tariff: 1, complaint: 1 }
		},
		{
			...VOICE,
			id: 'technical-es',
			name: 'Faults ES',
			skill: 'technical',
			language: 'es',
			arrivals: shape(2850, FAULTS, HOME_WEEK),
			ahtSeconds: 330,
			acwSeconds: 40,
			priority: 1.6,
			holdShare: 0.09,
			patienceSeconds: 420,
			transferTo: ['billing-es'],
			intents: { outage: 5, technical: 4, appointment: 2, complaint: 1 }
		},
		{
			...VOICE,
			id: 'sales-es',
			name: 'Sales ES',
			skill: 'sales',
			language: 'es',
			openingHours: everyDay(8, 22),
			arrivals: shape(900, CALLS),
			ahtSeconds: 380,
			acwSeconds: 60,
			patienceSeconds: 210,
			transferShare: 0.03,
			transferTo: ['billing-es'],
			intents: { tariff: 6, move: 3, payment: 0.5 }
		},
		{
			...VOICE,
			id: 'retention-es',
			name: 'Retention ES',
			skill: 'retention',
			language: 'es',
			openingHours: everyDay(9, 21),
			arrivals: shape(520, CALLS),
			ahtSeconds: 430,
			acwSeconds: 55,
			transferShare: 0.02,
			priority: 1.3,
			transferTo: ['billing-es'],
			intents: { cancel: 7, complaint: 2, tariff: 1 }
		},
		{
			...VOICE,
			id: 'care-en',
			name: 'Customer care EN',
			skill: 'care',
			language: 'en',
			arrivals: shape(830, CALLS),
			ahtSeconds: 320,
			acwSeconds: 40,
			intents: { billing: 4, outage: 2, technical: 2, move: 2, payment: 1, cancel: 1, complaint: 1 },
			transferShare: 0
		},
		{
			...TEXT,
			id: 'chat-es',
			name: 'Web chat ES',
			channel: 'chat',
			skill: 'digital',
			language: 'es',
			arrivals: shape(3150, TYPED, HOME_WEEK),
			ahtSeconds: 620,
			acwSeconds: 40,
			intents: { billing: 4, technical: 3, payment: 2, tariff: 2, move: 1, complaint: 1 }
		},
		{
			...TEXT,
			id: 'chat-en',
			name: 'Web chat EN',
			channel: 'chat',
			skill: 'digital',
			language: 'en',
			arrivals: shape(1200, TYPED, HOME_WEEK),
			ahtSeconds: 640,
			acwSeconds: 40,
			intents: { billing: 4, technical: 3, payment: 2, appointment: 2, move: 2, cancel: 1 }
		},
		{
			...TEXT,
			id: 'messaging-es',
			name: 'Messaging ES',
			channel: 'messaging',
			skill: 'digital',
			language: 'es',
			arrivals: shape(2800, TYPED, HOME_WEEK),
			ahtSeconds: 780,
			acwSeconds: 30,
			patienceSeconds: 900,
			maxWaitSeconds: 3600,
			overflowTo: 'callback',
			serviceLevel: { share: 0.8, thresholdSeconds: 120 },
			concurrency: 4,
			botContainment: 0.48,
			intents: { outage: 3, appointment: 3, billing: 2, payment: 2, technical: 1 }
		},
		{
			...EMAIL,
			id: 'email-es',
			name: 'E-mail ES',
			skill: 'written',
			language: 'es',
			arrivals: shape(1150, LETTERS),
			ahtSeconds: 420,
			acwSeconds: 30,
			intents: { complaint: 4, billing: 3, cancel: 2, move: 1 }
		},
		{
			...EMAIL,
			id: 'email-en',
			name: 'E-mail EN',
			skill: 'written',
			language: 'en',
			arrivals: shape(500, LETTERS),
			ahtSeconds: 440,
			acwSeconds: 30,
			intents: { complaint: 3, billing: 3, move: 2, cancel: 1 }
		}
	];
}
